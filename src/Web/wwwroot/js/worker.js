// Keeps one page for when there is no network: an empty form with nobody's data in it (hubShell, written by the server). It
// keeps no other page and asks for nothing else. What waits to be sent is sent from here when the browser says that it can be.
const language = async () => (await hubQueue.who().catch(() => null))?.language ?? (navigator.language.startsWith("da") ? "da" : "en");
const kept = (name) => `${hubShell.page}?${name}`;

async function fill() {
  const cache = await caches.open(hubShell.name);
  await cache.addAll(hubShell.files.map((file) => new Request(file, { credentials: "omit" })));
  for (const name of ["da", "en"]) {
    const page = await fetch(hubShell.page, { credentials: "omit", cache: "no-store", headers: { "Accept-Language": name } });
    if (!page.ok) throw new Error(`${page.status}`);
    await cache.put(kept(name), page);
  }
  await self.skipWaiting();
}

async function takeOver() {
  for (const name of await caches.keys()) if (name !== hubShell.name) await caches.delete(name);
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function show(event) {
  try {
    return await event.preloadResponse ?? await fetch(event.request);
  } catch {
    return await caches.match(kept(await language())) ?? Response.error();
  }
}

async function send() {
  await hubQueue.tidy();
  if (await hubQueue.drain() > 0) throw new Error("later"); // the browser then tries again
}

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("sync", (event) => event.tag === "hub-waiting" && event.waitUntil(send()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(show(event));
  else if (hubShell.files.includes(new URL(request.url).pathname)) {
    event.respondWith(caches.match(request.url).then((found) => found ?? fetch(request)));
  }
});
