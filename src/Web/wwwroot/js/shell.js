// The page that is shown where there is no network: whose device it is, where they may flag, and the way back.
const queue = self.hubQueue;
const form = document.querySelector("form[data-waits]");
const every = 10_000;
const inPlace = location.pathname !== "/uden-forbindelse"; // of the page that was asked for

function dress({ theme, density }) {
  for (const [name, value] of Object.entries({ theme, density })) if (value) document.documentElement.dataset[name] = value;
}

/** The area of the address, else the one that was looked at last; where there is no telling it must be said. */
function choose({ omraader, last }) {
  const select = form.elements.omraade;
  select.append(...omraader.map(({ id, name }) => new Option(name, id)));
  const here = [location.pathname.split("/")[2], last, omraader.length === 1 && omraader[0].id].find((place) => omraader.some(({ id }) => id === place));
  if (here) select.value = here;
  select.closest(".field").hidden = omraader.length === 1;
  const ring = () => {
    const dutyPhone = omraader.find(({ id }) => id === select.value)?.dutyPhone;
    for (const link of document.querySelectorAll("[data-duty]")) {
      link.hidden = !dutyPhone;
      if (!dutyPhone) continue;
      link.href = `tel:${dutyPhone.replaceAll(" ", "")}`;
      link.querySelector("span").textContent = link.dataset.duty.replace("{0}", dutyPhone);
    }
  };
  select.addEventListener("change", ring);
  ring();
}

async function begin() {
  const user = await queue.who();
  if (user) dress(user);
  const may = user?.omraader.length > 0;
  document.getElementById("flag").hidden = !may;
  document.getElementById("nobody").hidden = may;
  if (!may) return;
  choose(user);
  form.elements.commandId.value = crypto.randomUUID();
  document.dispatchEvent(new CustomEvent("hub:ready"));
}

/** Back to the page that was asked for, unless something is being written. */
async function look() {
  const there = await fetch("/health/live", { cache: "no-store" }).catch(() => null);
  if (!there?.ok) return;
  if (inPlace && !form.elements.description.value) return location.reload();
  document.getElementById("back").hidden = false;
  document.dispatchEvent(new CustomEvent("hub:fresh"));
}

document.getElementById("back").querySelector("button").addEventListener("click", () => inPlace ? location.reload() : location.assign("/"));
window.addEventListener("online", look);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
setInterval(look, every);
begin();
