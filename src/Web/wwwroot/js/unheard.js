// A form that the server could not take just now: a flag waits on the device, and of anything else it is said that it did not
// get through. It keeps its id, so that trying again acts once.
const notice = document.getElementById("unheard");
const show = (unheard) => notice?.toggleAttribute("hidden", !unheard); // a page without a connection sends nothing

document.addEventListener("htmx:responseError", ({ detail: { elt, xhr } }) => {
  if (!(elt instanceof HTMLFormElement)) return;
  const later = xhr.status === 429 || xhr.status >= 500;
  document.dispatchEvent(new CustomEvent(later && elt.matches("[data-waits]") ? "hub:later" : "hub:unheard", { detail: { form: elt } }));
});
document.addEventListener("hub:unheard", () => show(true));
for (const goesOn of ["input", "submit"]) document.addEventListener(goesOn, () => show(false));
