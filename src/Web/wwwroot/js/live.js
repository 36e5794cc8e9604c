// One connection for every boligområde that the page names with [data-live]. What it hears it says as events on the document:
// hub:changed, hub:caught, hub:resync, hub:gone, hub:presence, hub:typing, and hub:stale / hub:fresh when the server falls
// silent or is heard again. Where websockets fail it asks for changes instead.
const silence = 9_000; // the server says something every four seconds
const asleep = 20_000; // this script has not run for so long: the machine slept
const patience = 4_000;
const longestPause = 5_000;

const cursors = new Map();
const tell = (name, detail = {}) => document.dispatchEvent(new CustomEvent(`hub:${name}`, { detail }));
const timeout = (promise) => Promise.race([promise, new Promise((_, fail) => setTimeout(fail, patience, new Error("silent")))]);

let connection;
let heard = Date.now();
let ticked = heard;
let fresh = true;
let resume = () => {};

function hear() {
  heard = Date.now();
  if (!fresh) tell("fresh", {});
  fresh = true;
}

function lose() {
  if (fresh) tell("stale", { since: heard });
  fresh = false;
}

function readCursors() {
  for (const { dataset } of document.querySelectorAll("[data-live]")) {
    const known = cursors.get(dataset.omraade);
    if (known?.epoch === dataset.epoch && known.seq >= Number(dataset.seq)) continue;
    cursors.set(dataset.omraade, { epoch: dataset.epoch, seq: Number(dataset.seq) });
  }
}

function advance(omraade, seq) {
  const cursor = cursors.get(omraade);
  if (cursor) cursor.seq = Math.max(cursor.seq, seq);
}

function startOver({ omraadeId, epoch, seq }) {
  cursors.set(omraadeId, { epoch, seq });
  tell("resync", { omraadeId });
}

function leave(omraadeId) {
  cursors.delete(omraadeId);
  tell("gone", { omraadeId });
}

function changed(change) {
  advance(change.omraadeId, change.seq);
  tell("changed", change);
}

async function watchAll() {
  for (const [omraade, { epoch, seq }] of cursors) {
    try {
      await connection.invoke("Watch", omraade, epoch, seq);
    } catch (error) {
      if (!String(error).includes("not_found")) throw error;
      leave(omraade);
    }
  }
}

function connect() {
  const { HubConnectionBuilder, HttpTransportType, LogLevel } = window.signalR;
  connection = new HubConnectionBuilder()
    .withUrl("/hubs/workspace", { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .configureLogging(LogLevel.None)
    .build();
  connection.serverTimeoutInMilliseconds = silence;
  connection.on("Changed", changed);
  connection.on("Caught", ({ omraadeId, seq }) => { advance(omraadeId, seq); tell("caught", { omraadeId, seq }); });
  connection.on("Resync", startOver);
  connection.on("Gone", ({ omraadeId }) => leave(omraadeId));
  connection.on("Presence", (presence) => tell("presence", presence));
  connection.on("Typing", (typing) => tell("typing", typing));
  connection.onclose((error) => {
    if (error?.name === "TimeoutError") heard -= silence;
    resume();
  });
}

/** Ends when the connection has been lost. */
async function listen() {
  const closed = new Promise((resolve) => { resume = resolve; });
  await timeout(connection.start());
  await timeout(watchAll());
  hear();
  await closed;
}

/** What has changed since the cursors; whether the server answered. */
async function poll() {
  for (const [omraadeId, cursor] of cursors) {
    let page;
    do {
      const answer = await fetch(`/api/v1/omraader/${omraadeId}/changes?after=${cursor.seq}`, { signal: AbortSignal.timeout(patience) });
      if (answer.status === 401) location.reload();
      if (answer.status === 404) { leave(omraadeId); break; }
      if (!answer.ok) return false;
      page = await answer.json();
      if (page.epoch !== cursor.epoch || page.seq < cursor.seq) { startOver({ omraadeId, ...page }); break; }
      page.changes.forEach(changed);
      advance(omraadeId, page.seq);
    } while (page.more);
  }
  return true;
}

const pause = (attempt) => new Promise((resolve) => {
  resume = resolve;
  setTimeout(resolve, Math.min(longestPause, 250 * 2 ** attempt) * (0.5 + Math.random() / 2));
});

async function keep() {
  for (let attempt = 0; cursors.size > 0; attempt++) {
    const began = Date.now();
    await listen().catch(() => connection.stop());
    if (Date.now() - began > patience) attempt = 0;
    await poll().catch(() => false) ? hear() : lose();
    await pause(attempt);
  }
}

async function wake() {
  if (Date.now() - heard > silence) lose();
  if (connection.state !== "Connected") return resume();
  try {
    await timeout(watchAll());
    hear();
  } catch {
    await connection.stop();
  }
}

function tick() {
  const gap = Date.now() - ticked;
  ticked = Date.now();
  if (gap > asleep) wake();
  else if (connection.state === "Connected" && fresh) heard = ticked;
}

readCursors();
if (cursors.size > 0) {
  connect();
  keep();
  setInterval(tick, 1_000);
  window.addEventListener("offline", () => { lose(); connection.stop(); });
  window.addEventListener("online", () => resume());
  window.addEventListener("pageshow", (event) => { if (event.persisted) { tell("resync", {}); wake(); } });
  document.addEventListener("hub:loaded", readCursors);
  document.addEventListener("hub:writes", ({ detail }) => {
    if (connection.state === "Connected") connection.send("Typing", detail.omraade, detail.about);
  });
}
