// What waits to be sent, on the pages: shown, sent when there is a connection, asked about before signing out.
const queue = self.hubQueue;
const page = document.documentElement;
const retry = 30_000;
let later;

const minutes = new Intl.DateTimeFormat(page.lang, { weekday: "long", hour: "2-digit", minute: "2-digit" });

function line(place, flag) {
  const row = place.querySelector(`template[data-of="${flag.state}"]`).content.firstElementChild.cloneNode(true);
  const meld = `/omraader/${flag.omraade}/meld`;
  const texts = { title: flag.title, place: flag.place, reason: flag.reason, number: flag.number, when: minutes.format(flag.created),
    text: flag.fields?.find(([name]) => name === "description")?.[1] };
  for (const part of row.querySelectorAll("[data-say]")) part.textContent = (part.dataset.words ?? "{0}").replace("{0}", texts[part.dataset.say] ?? "");
  row.querySelector("[data-mend]")?.setAttribute("href", `${meld}#ret-${flag.commandId}`);
  row.querySelector("[data-receipt]")?.setAttribute("href", `${meld}/${flag.commandId}`);
  row.querySelector("[data-drop]")?.addEventListener("click", () => queue.remove(flag.commandId));
  row.dataset.flag = flag.commandId;
  return row;
}

async function show() {
  const flags = await queue.list();
  for (const place of document.querySelectorAll("[data-waiting]")) {
    place.querySelector("ul").replaceChildren(...flags.map((flag) => line(place, flag)));
    place.querySelector("[data-help]").hidden = !flags.some(({ state }) => state === "venter");
    place.hidden = flags.length === 0;
  }
}

async function drain() {
  clearTimeout(later);
  if (await queue.drain() > 0) later = setTimeout(drain, retry);
}

/** What was said to have been sent has been read by now. */
async function forget() {
  for (const { commandId, state } of await queue.list()) if (state === "sendt" && sessionStorage.getItem(`read ${commandId}`)) {
    sessionStorage.removeItem(`read ${commandId}`);
    await queue.remove(commandId);
  }
}

// The page without a connection gives way to the real one the moment there is one: nobody has read there that a flag was sent.
function read() {
  if (!page.dataset.user) return;
  for (const row of document.querySelectorAll("[data-waiting]:not([hidden]) [data-flag]:has([data-receipt])")) sessionStorage.setItem(`read ${row.dataset.flag}`, "yes");
}

async function begin() {
  const { user, theme, density } = page.dataset;
  if (user === "") return queue.lock();
  const here = location.pathname.match(/^\/omraader\/([^/]+)/)?.[1];
  const known = user ? await queue.unlock(user, { language: page.lang, theme, density, ...here && { last: here } }) : await queue.tidy().then(queue.who);
  page.toggleAttribute("data-keeps", known !== null);
  if (!known) return;
  await forget();
  await show();
  if (user) document.dispatchEvent(new CustomEvent("hub:ready"));
  if (known.omraader.length > 0) await navigator.serviceWorker?.register("/sw.js", { updateViaCache: "none" });
  await drain();
}

const unsent = async () => (await queue.list()).filter(({ state }) => state === "venter" || state === "kom tilbage");

async function ask(form) {
  const question = document.getElementById("sign-out-question");
  const flags = await unsent();
  if (flags.length === 0 || !question) return leave(form);
  question.querySelector("[data-left]").hidden = true;
  question.showModal();
  question.onclick = async ({ target }) => {
    const choice = target.closest("button")?.value;
    if (choice === "send") {
      await queue.drain();
      const left = await unsent();
      question.querySelector("[data-left]").hidden = left.length === 0;
      if (left.length === 0) await leave(form);
    } else if (choice === "keep" || choice === "discard") {
      await queue[choice]();
      await leave(form);
    }
  };
}

async function leave(form) {
  await queue.lock();
  form.submit();
}

document.addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") !== "/logout") return;
  event.preventDefault();
  ask(event.target).catch(() => event.target.submit());
});
new BroadcastChannel("hub-waiting").onmessage = show;
document.addEventListener("htmx:afterSettle", show);
window.addEventListener("online", drain);
document.addEventListener("hub:fresh", drain);
document.addEventListener("hub:kept", drain);
window.addEventListener("pagehide", read);
window.addEventListener("load", () => begin().catch(() => {}));
