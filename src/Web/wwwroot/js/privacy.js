// Names leave the screen: two minutes after the server was last heard, at the moment a basis runs out (data-seals-at), and at
// once when a case is sealed. They only ever come back from the server.
const keep = 120_000;
const sealing = ["legalBasisWithdrawn", "legalBasisExpired", "identityForgotten", "personsErased", "unsealEnded", "adgangOphoert"];

const words = document.querySelector("[data-live]")?.dataset;
const ahead = words ? Number(words.now) - Date.now() : 0;
const tell = (name, detail = {}) => document.dispatchEvent(new CustomEvent(`hub:${name}`, { detail }));
const personal = (scope) => scope.querySelectorAll("[data-personal]");

let lostSince;
let scrubbed = false;

function scrub(element) {
  element.textContent = words.hidden;
  delete element.dataset.personal;
  delete element.dataset.sealsAt;
  element.classList.add("hidden-text");
}

function scrubAll() {
  if (scrubbed) return;
  scrubbed = true;
  personal(document).forEach(scrub);
}

const scopes = (caseId) => document.querySelector(`[data-live="page"][data-about="${caseId}"]`)
  ? [document.querySelector("main")]
  : [...document.querySelectorAll(`[data-case="${caseId}"]`)];

function seal() {
  for (const element of document.querySelectorAll("[data-seals-at]")) {
    if (Date.parse(element.dataset.sealsAt) > Date.now() + ahead) continue;
    const scope = element.closest("[data-case]") ?? document.querySelector("main");
    personal(scope).forEach(scrub);
    scope.matches("[data-live-card]") ? tell("refetch", { omraade: words.omraade, folder: "sager", id: scope.dataset.case }) : tell("resync");
  }
}

function tick() {
  seal();
  if (lostSince !== undefined && Date.now() - lostSince >= keep) scrubAll();
}

if (words) {
  document.addEventListener("hub:stale", ({ detail }) => {
    lostSince = detail.since;
    document.documentElement.classList.add("stale");
    tick();
  });
  document.addEventListener("hub:fresh", () => {
    lostSince = undefined;
    document.documentElement.classList.remove("stale");
    if (scrubbed) tell("resync");
  });
  document.addEventListener("hub:loaded", () => { scrubbed = false; });
  document.addEventListener("hub:scrub", ({ detail }) => scrub(detail.element));
  document.addEventListener("hub:changed", ({ detail }) => {
    if (sealing.includes(detail.kind)) scopes(detail.caseId).forEach((scope) => scope.classList.add("veiled"));
  });
  // A page that the browser keeps for "back" is shown again only once it is true again.
  window.addEventListener("pagehide", (event) => { if (event.persisted) document.documentElement.classList.add("asleep"); });
  document.addEventListener("visibilitychange", tick);
  setInterval(tick, 1_000);
}
