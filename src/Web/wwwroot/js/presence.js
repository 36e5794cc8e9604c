// Who is here, as a number per office; that a colleague writes, without a name; how much each office has.
const shownFor = 5_000;
const every = 3_000;
const settled = 1_500;
const again = 3_000; // milliseconds until a count that did not come is asked for once more

const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`hub:${name}`, { detail }));
const root = () => document.querySelector("[data-live]");
let told = 0;
let counting;
let counted = 0; // the place in the log that the tallies on the page are from
let wanted = 0; // the place that they must not be older than

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

function recount(seq, wait = settled) {
  wanted = Math.max(wanted, seq);
  counting ??= setTimeout(count, wait);
}

async function count() {
  counting = undefined;
  if (counted >= wanted) return; // a card has brought them meanwhile
  const answer = await fetch(`/omraader/${root().dataset.omraade}/tal`, { cache: "no-store", redirect: "manual" }).catch(() => null);
  const html = answer?.status === 200 ? await answer.text().catch(() => null) : null;
  if (html === null) return (!answer || answer.ok || answer.status === 429 || answer.status >= 500) && recount(wanted, again);
  const template = document.createElement("template");
  template.innerHTML = html;
  tally(template.content.querySelector("[data-tallies]"));
}

function tally(tallies) {
  if (!tallies || Number(tallies.dataset.seq) < counted) return;
  counted = Number(tallies.dataset.seq);
  for (const fresh of [...tallies.children]) document.getElementById(fresh.id)?.replaceChildren(...fresh.childNodes);
}

/** A page that was written before the last count is counted once more. */
function startFrom({ seq }) {
  const last = counted;
  counted = Number(seq);
  if (counted < last) recount(last);
}

let lastPresence;
document.addEventListener("hub:presence", ({ detail }) => { lastPresence = detail; present(detail); });
document.addEventListener("hub:loaded", () => {
  if (root()) startFrom(root().dataset);
  if (lastPresence) present(lastPresence);
});
document.addEventListener("hub:typing", ({ detail }) => writing(detail.caseId));
document.addEventListener("hub:counted", ({ detail }) => recount(detail.seq));
document.addEventListener("hub:tallied", ({ detail }) => tally(detail.tallies));
document.addEventListener("input", ({ target }) => {
  const about = target.closest("[data-writes]")?.dataset.writes;
  if (!about || Date.now() - told < every) return;
  told = Date.now();
  tell("writes", { omraade: root().dataset.omraade, about });
});
