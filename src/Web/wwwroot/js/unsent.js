// The form of a flag that cannot be sent now: kept under its own id, so that it acts once even if the answer alone got lost.
// Whoever says that somebody is in danger is told whom to ring before anything is kept.
const queue = self.hubQueue;
const inside = ["commandId", "seq", "omraade"];
const find = () => document.querySelector("form[data-waits]");
const area = (form) => form.elements.omraade?.value ?? new URL(form.action).pathname.split("/")[2];
const isSent = (path) => path.match(/\/meld\/([0-9a-f-]{36})$/)?.[1];
let keeping = false;

function read(form) {
  const fields = [...new FormData(form)].filter(([name]) => !inside.includes(name) && !name.startsWith("__"));
  const word = (name) => form.querySelector(`[name="${name}"]:checked`)?.closest("label").querySelector("span").textContent.trim();
  const place = form.dataset.place ?? form.elements.omraade?.selectedOptions?.[0]?.textContent;
  return { commandId: form.elements.commandId.value, omraade: area(form), place, title: `${word("category")} – ${word("severity")}`, fields };
}

/** An empty form under a new id. */
function empty(form) {
  for (const field of form.elements) {
    if (field.type === "radio" || field.type === "checkbox") field.checked = field.defaultChecked && field.name.startsWith("legalBasis");
    else if (field.matches("input:not([type=hidden]), textarea")) field.value = "";
  }
  form.elements.commandId.value = crypto.randomUUID();
  for (const part of form.querySelectorAll("details")) part.open = false;
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

function warn(form) {
  const question = document.getElementById("akut-question");
  if (form.elements.severity.value !== "akut" || !question) return Promise.resolve(true);
  question.dataset.about = form.elements.category.value;
  question.returnValue = "";
  question.showModal();
  return new Promise((resolve) => { question.onclose = () => resolve(question.returnValue === "keep"); });
}

async function keep(form, otherwise = "unsent") {
  if (keeping) return;
  keeping = true;
  try {
    if (!await warn(form)) return;
    if (!await queue.add(read(form))) return document.dispatchEvent(new CustomEvent(`hub:${otherwise}`));
    empty(form);
    document.dispatchEvent(new CustomEvent("hub:kept"));
    const list = document.querySelector("[data-waiting]");
    list.hidden = false;
    list.querySelector("h2").focus();
  } finally {
    keeping = false;
  }
}

/** Puts what came back into the form, under its own id. */
async function mend(form) {
  const id = location.hash.match(/^#ret-(.+)$/)?.[1];
  const flag = id && (await queue.list()).find(({ commandId }) => commandId === id);
  if (!flag?.fields) return;
  empty(form);
  if (form.elements.omraade) form.elements.omraade.value = flag.omraade;
  for (const [name, value] of flag.fields) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "radio" || field.type === "checkbox") field.checked ||= field.value === value;
      else field.value = value;
      const part = field.closest("details");
      if (part && field.type !== "hidden" && field.type !== "radio" && value && value !== field.querySelector?.("[selected]")?.value) part.open = true;
    }
  }
  form.elements.commandId.value = flag.commandId;
  form.dispatchEvent(new Event("change", { bubbles: true }));
  form.elements.description.focus();
}

document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.elt !== find() || navigator.onLine) return;
  event.preventDefault();
  keep(event.detail.elt);
});
for (const lost of ["htmx:sendError", "htmx:timeout"]) document.addEventListener(lost, ({ detail }) => detail.elt === find() && keep(detail.elt));
document.addEventListener("hub:later", ({ detail }) => detail.form === find() && keep(detail.form, "unheard"));
document.addEventListener("submit", (event) => {
  if (event.target !== find() || event.target.hasAttribute("hx-post")) return;
  event.preventDefault();
  keep(event.target);
});
document.addEventListener("htmx:pushedIntoHistory", ({ detail }) => isSent(detail.path) && queue.remove(isSent(detail.path)));
document.addEventListener("hub:ready", () => find() && mend(find()));
window.addEventListener("hashchange", () => find() && mend(find()));
if (isSent(location.pathname)) queue.remove(isSent(location.pathname));
