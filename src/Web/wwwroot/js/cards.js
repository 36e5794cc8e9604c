// Keeps the cards of a page true: asks for each changed card again under the reader's own rights, and puts it where it now
// belongs. The server says where (data-row, data-order); nothing here knows why.
const folders = [["caseId", "sager"], ["matterId", "emner"], ["taskId", "opgaver"]];
const gather = 120; // milliseconds in which changes become one round of questions
const again = 3_000; // milliseconds until what could not be answered is asked once more
const flood = 40; // more cards than this at once: the whole page is cheaper

const asked = new Map(); // id of the card → where to ask for it
const held = new Map(); // id of the card → the card, or null, waiting until the page may move
const acted = new Set(); // ids of cards that the reader has just acted on: those may move
const turns = new Map(); // id of the card → the newest question, so that an old answer changes nothing
let soon;

const root = (omraade) => document.querySelector(`[data-live="cards"][data-omraade="${omraade}"]`);
const tell = (name, detail = {}) => document.dispatchEvent(new CustomEvent(`hub:${name}`, { detail }));
const hands = () => { const detail = {}; tell("busy", detail); return detail; };
const moves = (old, card) => !old || old.dataset.row !== card.dataset.row || old.dataset.order !== card.dataset.order;

function ask(omraade, folder, id) {
  asked.set(`${folder}-${id}`, `/omraader/${omraade}/${folder}/${id}/kort`);
  soon ??= setTimeout(askAll, gather);
}

async function askAll() {
  soon = undefined;
  const questions = [...asked];
  asked.clear();
  if (questions.length > flood) return tell("reload");
  await Promise.all(questions.map(([id, url]) => askOne(id, url)));
  tell("counted");
  tell("settled");
}

async function askOne(id, url) {
  const turn = Symbol(id);
  turns.set(id, turn);
  try {
    const answer = await fetch(url, { cache: "no-store", redirect: "manual" });
    if (turns.get(id) !== turn) return;
    if (answer.type === "opaqueredirect") return location.reload();
    if (answer.status >= 500 || answer.status === 429) throw new Error("later");
    put(id, answer.status === 200 ? read(await answer.text()) : null);
  } catch {
    asked.set(id, url);
    if (!document.documentElement.classList.contains("stale")) soon ??= setTimeout(askAll, again);
  }
}

function read(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.querySelector("[data-live-card]");
}

function put(id, card) {
  const old = document.getElementById(id);
  if (!old && !card) return held.delete(id);
  const { busy, touched } = hands();
  if (old && card && !moves(old, card)) {
    held.delete(id);
    if (touched || old.contains(document.activeElement) && old.querySelector("details[open]")) return hold(id, card);
    return morph(old, card);
  }
  if (acted.delete(id) || !busy || document.hidden) return settle(id, card);
  hold(id, card);
  if (old) leave(old, card);
}

/** What has gone or moved stays where it was until the page may move, and says so. */
function leave(old, card) {
  old.classList.add("leaving");
  old.inert = true;
  old.dataset.left = document.querySelector("[data-live]").dataset[card ? "moved" : "left"];
}

function hold(id, card) {
  held.set(id, card);
  showNews();
}

function settle(id, card) {
  held.delete(id);
  const old = document.getElementById(id);
  const row = card && document.querySelector(`[data-row-of="${card.dataset.row}"]`);
  if (!row) return old?.remove();
  if (old && !moves(old, card)) return morph(old, card);
  const came = old?.dataset.row !== card.dataset.row;
  const focused = old?.contains(document.activeElement);
  old?.remove();
  row.insertBefore(card, [...row.children].find((other) => other.dataset.order > card.dataset.order) ?? null);
  if (focused) card.querySelector("[data-item]")?.focus({ preventScroll: true });
  if (came) arrive(card);
}

function morph(old, card) {
  window.Idiomorph.morph(old, card, { ignoreActiveValue: true });
}

const arrived = [];
function arrive(card) {
  card.classList.add("arrived");
  card.addEventListener("animationend", () => card.classList.remove("arrived"), { once: true });
  arrived.push(card.dataset.says);
  clearTimeout(arrive.soon);
  arrive.soon = setTimeout(() => {
    const words = arrived.splice(0);
    tell("says", { text: words.length > 2 ? news(words.length) : words.join(" ") });
  }, 400);
}

function settleAll() {
  for (const [id, card] of [...held]) settle(id, card);
  showNews();
  tell("settled");
}

/** "3 nye": what waits to be shown. What only leaves is not news. */
function showNews() {
  const count = [...held.values()].filter((card) => card && moves(document.getElementById(card.id), card)).length;
  tell("news", { text: count > 0 ? news(count) : "", show: () => { settleAll(); window.scrollTo({ top: 0 }); } });
}

function news(count) {
  const words = document.querySelector("[data-live]").dataset;
  return words[count === 1 ? "newsOne" : "newsOther"].replace("{0}", count);
}

/** Whether the case may stand among what the reader has flagged. */
const isOwnFlag = ({ kind, caseId }) => document.getElementById(`meldinger-${caseId}`)
  ?? (kind === "caseFlagged" && document.querySelector("[data-row-of='meldinger']"));

document.addEventListener("hub:changed", ({ detail }) => {
  if (!root(detail.omraadeId)) return;
  if (detail.kind === "adgangOphoert") return settle(`sager-${detail.caseId}`, null);
  for (const [key, folder] of folders) if (detail[key]) ask(detail.omraadeId, folder, detail[key]);
  if (detail.caseId && isOwnFlag(detail)) ask(detail.omraadeId, "meldinger", detail.caseId);
});
document.addEventListener("hub:refetch", ({ detail }) => ask(detail.omraade, detail.folder, detail.id));
document.addEventListener("hub:caught", ({ detail }) => root(detail.omraadeId) && tell("counted"));
document.addEventListener("hub:fresh", () => asked.size > 0 && (soon ??= setTimeout(askAll, gather)));
document.addEventListener("hub:free", () => held.size > 0 && settleAll());
document.addEventListener("hub:loaded", () => { held.clear(); asked.clear(); showNews(); });

// A form on a card stays on the page: done, its card is asked for again; refused, the page that says why is shown.
document.addEventListener("submit", async (event) => {
  const card = event.target.closest("[data-live-card]");
  if (!card || !event.target.matches("[data-stays]")) return;
  event.preventDefault();
  const buttons = [...event.target.querySelectorAll("button")];
  buttons.forEach((button) => { button.disabled = true; });
  try {
    const answer = await fetch(event.target.action, { method: "POST", body: new URLSearchParams(new FormData(event.target)), redirect: "manual" });
    if (answer.type !== "opaqueredirect") return event.target.submit();
    event.target.closest("details")?.removeAttribute("open");
    acted.add(card.id);
    ask(document.querySelector("[data-live]").dataset.omraade, ...card.id.split(/-(.*)/).slice(0, 2));
  } catch {
    buttons.forEach((button) => { button.disabled = false; });
    tell("unsent");
  }
});
