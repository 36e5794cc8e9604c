// Keeps "for 2 timer siden" true while the page stands open. The server writes the same words (Times.cs).
const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "always" });
const units = [["day", 86400], ["hour", 3600], ["minute", 60]];

function refresh() {
  for (const time of document.querySelectorAll("time[data-relative]")) {
    const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
    const unit = units.find(([, size]) => Math.abs(seconds) >= size);
    if (!unit || Math.abs(seconds) >= 7 * 86400) continue;
    const text = words.format(Math.trunc(seconds / unit[1]), unit[0]);
    if (time.textContent !== text) time.textContent = text;
  }
}

setInterval(refresh, 30_000);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refresh());
document.addEventListener("htmx:afterSettle", refresh);
