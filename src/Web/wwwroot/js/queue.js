// Flags that could not be sent: kept on this device, readable to the one who wrote them while they are signed in, sent once.
// The pages and the worker share it. Only ids, states and times lie open in the database; the rest is ciphertext.
self.hubQueue = (() => {
  const signedInFor = 8 * 3_600_000; // as long as a session that nobody uses
  const keptFor = 72 * 3_600_000;
  const askAgain = 10 * 60_000;
  const patience = 20_000;
  const here = "/uden-forbindelse";
  const able = self.isSecureContext && "indexedDB" in self;

  const answer = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  let opened;
  const open = () => opened ??= (() => {
    const request = indexedDB.open("hub", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("device");
      request.result.createObjectStore("keys");
      request.result.createObjectStore("flags", { keyPath: "commandId" });
    };
    return answer(request);
  })();
  const at = async (store, mode = "readonly") => (await open()).transaction(store, mode).objectStore(store);
  const read = async (store, id) => answer((await at(store)).get(id));
  const write = async (store, value, id) => answer((await at(store, "readwrite")).put(value, id));
  const erase = async (store, id) => answer((await at(store, "readwrite")).delete(id));
  const rows = async () => answer((await at("flags")).getAll());
  const ofUser = async (userId) => (await rows()).filter((row) => row.userId === userId);

  const bytes = (text) => new TextEncoder().encode(text);
  const bound = (row) => bytes(`${row.userId} ${row.commandId}`);

  async function seal(key, row, value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { ...row, iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound(row) }, key, bytes(JSON.stringify(value))) };
  }

  async function unseal(key, { iv, data, ...row }) {
    if (!data) return row;
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: bound(row) }, key, data);
    return { ...JSON.parse(new TextDecoder().decode(plain)), ...row };
  }

  function changed() {
    const channel = new BroadcastChannel("hub-waiting");
    channel.postMessage("changed");
    channel.close();
  }

  /** Whose device it is now; null when nobody is signed in, or would not be any more. */
  async function who() {
    const known = able ? await read("device", "who") : undefined;
    return known && known.until > Date.now() ? known : null;
  }

  async function mine() {
    const user = await who();
    const key = user && (await read("keys", user.userId))?.key;
    return key ? { user, key } : null;
  }

  /** Nobody reads or sends anything until its owner signs in again: only the server can give the key back. */
  async function lock() {
    if (!able) return;
    await erase("device", "who");
    const keys = await at("keys", "readwrite");
    for (const userId of await answer(keys.getAllKeys())) {
      const { sealed } = await read("keys", userId);
      await write("keys", { sealed }, userId);
    }
    await tidy();
    changed();
  }

  /** Who is signed in, what they may flag in and a token for a form: false when nobody is, null when there is no telling. */
  async function ask() {
    try {
      const reply = await fetch(`${here}/adgang`, { cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(patience) });
      return reply.ok ? await reply.json() : reply.type === "opaqueredirect" || reply.status === 401 ? false : null;
    } catch {
      return null;
    }
  }

  async function fetchKey(pass) {
    const known = await read("keys", pass.userId);
    if (known?.key) return;
    const body = new URLSearchParams({ sealed: known?.sealed ?? "" });
    const reply = await fetch(`${here}/noegle`, { method: "POST", body, headers: { RequestVerificationToken: pass.token }, redirect: "manual" });
    if (!reply.ok) throw new Error("no key");
    const { key, sealed, fresh } = await reply.json();
    if (fresh) for (const { commandId, userId, created } of await ofUser(pass.userId)) await write("flags", { commandId, userId, created, state: "slettet" });
    const raw = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
    await write("keys", { sealed, key: await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]) }, pass.userId);
  }

  /** What was kept for 72 hours and not asked for goes, whoever is here. That it went unsent is said to its owner. */
  async function tidy() {
    if (!able) return;
    const flags = await at("flags", "readwrite");
    for (const { keptUntil, commandId, userId, created } of await answer(flags.getAll())) {
      if (keptUntil < Date.now()) flags.put({ commandId, userId, created, state: "slettet" });
    }
  }

  /** The person of this page may use what is theirs. */
  async function unlock(userId, looks) {
    if (!able) return null;
    await tidy();
    let user = await who();
    if (user && user.userId !== userId) {
      await lock();
      user = null;
    }
    const asked = user && user.asked > Date.now() - askAgain && await mine() ? user.asked : null;
    if (!asked) {
      const pass = await ask();
      if (pass === false) await lock();
      if (!pass || pass.userId !== userId) return null;
      if (pass.omraader.length > 0) await fetchKey(pass);
      user = { ...user, userId, omraader: pass.omraader };
    }
    user = { ...user, ...looks, asked: asked ?? Date.now(), until: Date.now() + signedInFor };
    await write("device", user, "who");
    for (const { keptUntil, ...row } of await ofUser(userId)) if (keptUntil) await write("flags", row);
    return user;
  }

  /** Keeps a flag; under the same id it takes the place of what was there. False when it cannot be kept. */
  async function add({ commandId, created, omraade, place, title, fields, reason, number }, state = "venter") {
    const own = await mine();
    if (!own) return false;
    const row = { commandId, userId: own.user.userId, state, created: created ?? Date.now() };
    await write("flags", await seal(own.key, row, { omraade, place, title, fields, reason, number }));
    changed();
    const registration = await self.registration ?? await navigator.serviceWorker?.getRegistration();
    await registration?.sync?.register("hub-waiting").catch(() => {});
    return true;
  }

  /** What the person who is signed in has here, oldest first. */
  async function list() {
    const own = await mine();
    if (!own) return [];
    const found = await Promise.all((await ofUser(own.user.userId)).map((row) => unseal(own.key, row)));
    return found.sort((one, other) => one.created - other.created);
  }

  async function remove(commandId) {
    if (!able) return;
    await erase("flags", commandId);
    changed();
  }

  async function keep() {
    const own = await mine();
    for (const row of own ? await ofUser(own.user.userId) : []) await write("flags", { ...row, keptUntil: Date.now() + keptFor });
  }

  async function discard() {
    const own = await mine();
    for (const { commandId } of own ? await ofUser(own.user.userId) : []) await erase("flags", commandId);
    changed();
  }

  async function post(flag, token) {
    const body = new URLSearchParams([...flag.fields, ["commandId", flag.commandId], ["__RequestVerificationToken", token]]);
    const reply = await fetch(`/omraader/${flag.omraade}/meld`, {
      method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual", signal: AbortSignal.timeout(patience),
    });
    return { reply, said: reply.type === "opaqueredirect" ? {} : await reply.json().catch(() => ({})) };
  }

  async function bringBack({ commandId, ...flag }, { code, title }) {
    // An id that was used for other words is used up. The words lie under another before they go from under this one.
    const used = code === "idempotency_key_reused";
    const kept = await add({ ...flag, reason: title, commandId: used ? crypto.randomUUID() : commandId }, "kom tilbage");
    if (kept && used) await remove(commandId);
  }

  /** Sends one; whether to go on with the next. */
  async function send(flag, pass) {
    let { reply, said } = await post(flag, pass.token);
    if (said.code === "form_expired") {
      const fresh = await ask();
      if (fresh?.userId !== flag.userId) return false;
      ({ reply, said } = await post(flag, fresh.token));
    }
    if (reply.type === "opaqueredirect" || reply.status === 401) {
      await lock();
      return false;
    }
    if (said.code === "form_expired" || [0, 408, 429].includes(reply.status) || reply.status >= 500) return false;
    await (reply.ok ? add({ ...flag, fields: [], number: said.number }, "sendt") : bringBack(flag, said));
    return true;
  }

  async function sendAll() {
    const waits = async () => (await list()).filter((flag) => flag.state === "venter");
    const waiting = await waits();
    if (waiting.length === 0) return 0;
    const pass = await ask();
    if (pass === false || pass && pass.userId !== waiting[0].userId) await lock();
    else if (pass) {
      try {
        for (const flag of waiting) if (!await send(flag, pass)) break;
      } catch {
        // Not heard of: it keeps its id and waits.
      }
    }
    return (await waits()).length;
  }

  /** Sends what waits, one after the other, in one place at a time; how many wait still. */
  const drain = async () => able ? navigator.locks.request("hub-waiting", sendAll) : 0;

  return { who, lock, unlock, tidy, add, list, remove, keep, discard, drain };
})();
