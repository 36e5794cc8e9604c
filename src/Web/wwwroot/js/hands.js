// Whether the page may move under the reader: not while a finger or the mouse is down, while somebody types, while a card
// lies open, or once the page has been scrolled. hub:free says that it may again. Others ask with hub:busy.
const scrolled = 120;
const typing = "input:not([type=hidden], [type=checkbox], [type=radio]), textarea, select";

let down = false;

const busy = () => down || window.scrollY > scrolled || document.activeElement?.matches(typing) === true
  || document.querySelector("main [data-live-card] details[open]") !== null;

function perhapsFree() {
  if (!busy()) document.dispatchEvent(new CustomEvent("hub:free"));
}

// A listener answers by what it leaves in the event: dispatching is synchronous.
document.addEventListener("hub:busy", ({ detail }) => { detail.busy = busy(); detail.touched = down; });

const release = () => { down = false; setTimeout(perhapsFree, 300); };
document.addEventListener("pointerdown", () => { down = true; }, { passive: true });
document.addEventListener("pointerup", release, { passive: true });
document.addEventListener("pointercancel", release, { passive: true });
document.addEventListener("focusout", () => setTimeout(perhapsFree, 300));
document.addEventListener("toggle", () => setTimeout(perhapsFree, 300), true);
document.addEventListener("scroll", perhapsFree, { passive: true });
