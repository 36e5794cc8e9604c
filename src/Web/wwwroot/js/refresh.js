// Brings the whole page up to date: where a page is not made of cards, after another log or other rights, after sleep. What is
// being typed stays; names that are no longer the reader's go at once, whatever else has to wait.
const gather = 150;
const again = 3_000; // milliseconds until a page that did not come is asked for once more
const main = document.querySelector("main");
const tell = (name, detail = {}) => document.dispatchEvent(new CustomEvent(`hub:${name}`, { detail }));
const hands = () => { const detail = {}; tell("busy", detail); return detail; };
const changedByHand = (field) => field.type === "checkbox" || field.type === "radio"
  ? field.checked !== field.defaultChecked
  : field.defaultValue !== undefined && field.value !== field.defaultValue;

let soon;
let missed = false;
let forced = false;
let loads = 0;
let shown = 0; // the newest load that has been answered: an older one that comes later changes nothing
let swaps = 0; // what was asked before a form was opened or sent knows nothing of it

function refresh(wait = gather) {
  soon ??= setTimeout(() => { soon = undefined; load(false); }, wait);
}

async function load(force) {
  forced ||= force;
  const number = ++loads;
  const before = swaps;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store", redirect: "manual" }).catch(() => null);
  const html = answer?.ok || answer?.status === 404 ? await answer.text().catch(() => null) : null;
  if (answer?.type === "opaqueredirect") return location.reload();
  if (number < shown) return;
  if (swaps !== before) return load(force);
  missed = html === null;
  if (missed) return document.documentElement.classList.contains("stale") || refresh(again);
  shown = number;
  const must = forced || !answer.ok;
  forced = false;
  show(new DOMParser().parseFromString(html, "text/html").querySelector("main"), must);
}

function show(page, force) {
  if (!force && hands().busy && !document.hidden) {
    if (words(page) === words(main)) return tell("news", { text: "" });
    takeAway(page);
    const before = swaps;
    return tell("news", { text: document.querySelector("[data-live]").dataset.newsPage, show: () => (swaps === before ? morph(page) : load(true)) });
  }
  morph(page);
}

function morph(page) {
  window.Idiomorph.morph(main, page, {
    ignoreActiveValue: true,
    callbacks: {
      beforeNodeMorphed: (old) => !old.matches?.("[data-waiting]") && !(old instanceof HTMLFormElement && [...old.elements].some(changedByHand)),
      beforeAttributeUpdated: (name, node) => !(name === "open" && node.tagName === "DETAILS"),
    },
  });
  // htmx remembers where an element sends to: one that has become another must be read anew.
  window.htmx.process(main);
  document.documentElement.classList.remove("asleep");
  tell("news", { text: "" });
  tell("loaded");
  tell("settled");
}

// What the reader sees, but for what moves with the clock and what is being typed: one's own doing stands there already.
function words(root) {
  const copy = root.cloneNode(true);
  for (const element of copy.querySelectorAll("time, textarea, .draft, .draft-kept, .writing, .waiting")) element.remove();
  return copy.textContent.replace(/\s+/g, " ");
}

function takeAway(page) {
  const still = new Set([...page.querySelectorAll("[data-personal]")].map((element) => element.textContent.trim()));
  for (const element of main.querySelectorAll("[data-personal]")) {
    if (!still.has(element.textContent.trim())) tell("scrub", { element });
  }
}

const concerns = (root, change) => root.dataset.live === "page"
  ? !root.dataset.about || [change.caseId, change.matterId].includes(root.dataset.about)
  : !change.caseId && !change.taskId && !change.matterId;

document.addEventListener("hub:changed", ({ detail }) => {
  const roots = [...document.querySelectorAll(`[data-live][data-omraade="${detail.omraadeId}"]`)];
  if (roots.some((root) => concerns(root, detail))) refresh();
});
document.addEventListener("htmx:afterSwap", () => { swaps += 1; });
document.addEventListener("hub:reload", () => refresh());
document.addEventListener("hub:resync", () => load(true));
document.addEventListener("hub:gone", () => load(true));
document.addEventListener("hub:fresh", () => missed && load(true));
document.addEventListener("hub:free", () => {
  const chip = document.getElementById("news");
  if (document.querySelector('[data-live="page"]') && !chip.hidden) chip.click();
});
