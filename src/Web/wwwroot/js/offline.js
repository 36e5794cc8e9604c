// Says so when the network is gone, and takes it back when it is there again.
const notice = document.getElementById("offline");
const show = (offline) => { notice.hidden = !offline; };

window.addEventListener("offline", () => show(true));
window.addEventListener("online", () => show(false));
document.addEventListener("hub:stale", () => show(true));
document.addEventListener("hub:fresh", () => show(false));
document.addEventListener("hub:unsent", () => show(true));
document.addEventListener("htmx:sendError", () => show(true));
document.addEventListener("htmx:afterOnLoad", () => show(false));
show(!navigator.onLine);
