// Keys for those who work here all day: n new, / search, j k move, Enter opens (the focused link does), ? help.
// Off where somebody types, with a modifier held, and for whoever has switched them off on the profile.
const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

const help = () => document.getElementById("help");

function move(step) {
  const items = [...document.querySelectorAll("[data-item]")].filter((item) => item.checkVisibility());
  if (items.length === 0) return;
  const here = items.findIndex((item) => item === document.activeElement || item.contains(document.activeElement));
  const next = here < 0 ? (step > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, here + step));
  items[next].focus();
  items[next].scrollIntoView({ block: "nearest" });
}

function search() {
  const field = [...document.querySelectorAll("[data-key='/']")].find((found) => found.checkVisibility());
  field?.focus();
  return field !== undefined;
}

const keys = {
  n: () => document.querySelector("[data-key='n']")?.click(),
  "/": search,
  j: () => move(1),
  k: () => move(-1),
  "?": () => (help().open ? help().close() : help().showModal()),
};

if (document.documentElement.dataset.keys !== "off") {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    const act = keys[event.key];
    if (!act || (help()?.open && event.key !== "?")) return;
    event.preventDefault();
    act();
  });
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-opens-help]")) help().showModal();
});

for (const button of document.querySelectorAll("[data-opens-help]")) button.hidden = false;
