// Keeps the cards of a page true: asks for each changed card again under the reader's own rights, and puts it where it now
// belongs. The server says where (data-row, data-order); nothing here knows why.
const folders = [["caseId", "sager"], ["matterId", "emner"], ["taskId", "opgaver"]];
const gather = 120; // milliseconds in which changes become one round of questions
const again = 3_000; // milliseconds until what could not be answered is asked once more
const flood = 40; // more cards than this at once: the whole page is cheaper

const asked = new Map(); // id of the card → the question: where to ask for it, and the last change that made it one
const held = new Map(); // id of the card → the card, or null, waiting until the page may move
const acted = new Set(); // ids of cards that the reader has just acted on: those may move
const turns = new Map(); // id of the card → the newest question since the page was loaded, so that an old answer changes nothing
let soon;

const root = (omraade) => document.querySelector(`[data-live="cards"][data-omraade="${omraade}"]`);
const tell = (name, detail = {}) => document.dispatchEvent(new CustomEvent(`hub:${name}`, { detail }));
const hands = () => { const detail = {}; tell("busy", detail); return detail; };
const isLater = (answer) => answer.status >= 500 || answer.status === 429;
const moves = (old, card) => !old || old.dataset.row !== card.dataset.row || old.dataset.order !== card.dataset.order;

const about = (omraade, folder, id, seq) => ({ omraade, url: `/omraader/${omraade}/${folder}/${id}/kort`, seq });

function ask(omraade, folder, id, seq = 0) {
  askAgain(`${folder}-${id}`, about(omraade, folder, id, seq));
}

/** What is not the reader's any more goes without a question, and no answer that is on its way brings it back. */
function end(omraade, id, seq) {
  turns.set(`sager-${id}`, about(omraade, "sager", id, seq));
  settle(`sager-${id}`, null);
}

function askAgain(id, question, wait = gather) {
  const seq = Math.max(question.seq, asked.get(id)?.seq ?? 0, turns.get(id)?.seq ?? 0);
  asked.set(id, { ...question, seq });
  if (wait === gather || !document.documentElement.classList.contains("stale")) soon ??= setTimeout(askAll, wait);
}

/** A page that was written before a change knows nothing of it: what has been asked since stood on the page that it took the place of. */
function startFrom({ omraade, seq }) {
  for (const [id, question] of turns) if (question.omraade === omraade && question.seq > Number(seq)) askAgain(id, question);
}

async function askAll() {
  soon = undefined;
  const questions = [...asked];
  asked.clear();
  if (questions.length > flood) return tell("reload");
  await Promise.all(questions.map(([id, question]) => askOne(id, question)));
  tell("settled");
}

async function askOne(id, question) {
  turns.set(id, question);
  try {
    const answer = await fetch(question.url, { cache: "no-store", redirect: "manual" });
    if (answer.type === "opaqueredirect") return location.reload();
    if (isLater(answer)) throw new Error("later");
    const content = read(await answer.text());
    if (turns.get(id) !== question) return;
    tell("tallied", { tallies: content.querySelector("[data-tallies]") });
    put(id, content.querySelector("[data-live-card]"));
  } catch {
    if (turns.get(id) === question) askAgain(id, question, again);
  }
}

function read(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
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
  if (detail.kind === "adgangOphoert") return end(detail.omraadeId, detail.caseId, detail.seq);
  for (const [key, folder] of folders) if (detail[key]) ask(detail.omraadeId, folder, detail[key], detail.seq);
  if (detail.caseId && isOwnFlag(detail)) ask(detail.omraadeId, "meldinger", detail.caseId, detail.seq);
});
document.addEventListener("hub:refetch", ({ detail }) => ask(detail.omraade, detail.folder, detail.id));
document.addEventListener("hub:caught", ({ detail }) => root(detail.omraadeId) && tell("counted", { seq: detail.seq }));
document.addEventListener("hub:fresh", () => asked.size > 0 && (soon ??= setTimeout(askAll, gather)));
document.addEventListener("hub:free", () => held.size > 0 && settleAll());
document.addEventListener("hub:loaded", () => {
  document.querySelectorAll("[data-live]").forEach(({ dataset }) => startFrom(dataset));
  turns.clear();
  held.clear();
  showNews();
});

// A form on a card stays on the page: done, its card is asked for again; refused, the page that says why is shown.
document.addEventListener("submit", async (event) => {
  const card = event.target.closest("[data-live-card]");
  if (!card || !event.target.matches("[data-stays]")) return;
  event.preventDefault();
  const buttons = [...event.target.querySelectorAll("button")];
  buttons.forEach((button) => { button.disabled = true; });
  const body = new URLSearchParams(new FormData(event.target));
  const answer = await fetch(event.target.action, { method: "POST", body, redirect: "manual" }).catch(() => null);
  if (!answer || isLater(answer)) {
    buttons.forEach((button) => { button.disabled = false; });
    return tell(answer ? "unheard" : "unsent");
  }
  if (answer.type !== "opaqueredirect") return event.target.submit();
  event.target.closest("details")?.removeAttribute("open");
  acted.add(card.id);
  ask(document.querySelector("[data-live]").dataset.omraade, ...card.id.split(/-(.*)/).slice(0, 2));
});
