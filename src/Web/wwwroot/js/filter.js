// Narrows the cards on the page to those that hold what is typed. It never leaves the page: names are no part of an address.
const field = document.querySelector("[data-filter]");

const plain = (text) => text.toLocaleLowerCase(document.documentElement.lang).normalize("NFD").replace(/\p{M}/gu, "");

function narrow() {
  field.closest("[data-unready]")?.removeAttribute("data-unready");
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const card of document.querySelectorAll("[data-live-card]")) {
    const text = plain(card.textContent);
    card.hidden = !words.every((word) => text.includes(word));
    if (!card.hidden) shown++;
  }
  const none = document.getElementById("none");
  none.hidden = words.length === 0 || shown > 0;
  count();
}

function count() {
  for (const place of document.querySelectorAll("[data-count-of]")) {
    const row = document.querySelector(`[data-row-of="${place.dataset.countOf}"]`);
    const cards = [...row.children].filter((card) => !card.hidden).length;
    place.textContent = cards || "";
  }
}

if (field) {
  narrow();
  field.addEventListener("input", narrow);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    field.value = "";
    narrow();
    field.blur();
  });
  document.addEventListener("hub:settled", narrow);
}
