// Who is here, as a number per office; that a colleague writes, without a name; how much each office has.
const shownFor = 5_000;
const every = 3_000;
const settled = 1_500;

const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`hub:${name}`, { detail }));
const root = () => document.querySelector("[data-live]");
let told = 0;
let counting;

function present({ kontorer }) {
  for (const place of document.querySelectorAll("[data-here]")) {
    const count = kontorer[place.dataset.here] ?? 0;
    place.toggleAttribute("data-unready", count === 0);
    place.textContent = place.dataset[count === 1 ? "one" : "other"].replace("{0}", count);
  }
}

function writing(caseId) {
  for (const line of document.querySelectorAll(`[data-writing-on="${caseId}"]`)) {
    line.hidden = false;
    clearTimeout(line.hides);
    line.hides = setTimeout(() => { line.hidden = true; }, shownFor);
  }
}

async function count() {
  counting = undefined;
  const answer = await fetch(`/omraader/${root().dataset.omraade}/tal`, { cache: "no-store", redirect: "manual" }).catch(() => null);
  if (answer?.status !== 200) return;
  const template = document.createElement("template");
  template.innerHTML = await answer.text();
  for (const fresh of template.content.children) document.getElementById(fresh.id)?.replaceChildren(...fresh.childNodes);
}

let lastPresence;
document.addEventListener("hub:presence", ({ detail }) => { lastPresence = detail; present(detail); });
document.addEventListener("hub:loaded", () => lastPresence && present(lastPresence));
document.addEventListener("hub:typing", ({ detail }) => writing(detail.caseId));
document.addEventListener("hub:counted", () => { counting ??= setTimeout(count, settled); });
document.addEventListener("input", ({ target }) => {
  const about = target.closest("[data-writes]")?.dataset.writes;
  if (!about || Date.now() - told < every) return;
  told = Date.now();
  tell("writes", { omraade: root().dataset.omraade, about });
});
