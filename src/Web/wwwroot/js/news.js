// What the live parts have to say: politely to a screen reader, and as a chip when something waits to be shown.
const chip = document.getElementById("news");
const announce = document.getElementById("announce");

function say(text) {
  announce.textContent = "";
  requestAnimationFrame(() => { announce.textContent = text; });
}

document.addEventListener("hub:says", ({ detail }) => say(detail.text));
document.addEventListener("hub:news", ({ detail }) => {
  if (detail.text && chip.textContent !== detail.text) say(detail.text);
  chip.hidden = !detail.text;
  chip.textContent = detail.text;
  chip.onclick = detail.show;
});
