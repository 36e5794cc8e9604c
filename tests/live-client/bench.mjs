// Clients of the benchmarks. Commands as JSON lines on stdin, one answer each as a JSON line on stdout.
//   {do:"connect", url, watches:[{token, omraadeId, epoch, seq}]}         -> {}              adds connections that watch
//   {do:"flags", url, token, omraadeId, bodies, seconds}                   -> {ms:[…]}        one flag after the other, each until the last watcher has been told
//   {do:"drop"}                                                          -> {}              cuts every connection, without a goodbye
//   {do:"catchUp"}                                                       -> {clients:[{ms, bytes, changes}]}  each again, until it has what it missed
//   {do:"close"}                                                         -> {}
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { Watcher } from "./watcher.mjs";

let clients = [];
let heard = () => {};
const atOnce = 50;

async function open(client) {
  const { url, token, omraadeId } = client;
  client.watcher = new Watcher(url, token, (kind, data) => {
    if (kind === "changed" || kind === "caught") client.seq = Math.max(client.seq, data.seq);
    if (kind === "changed") heard(client, data);
  });
  await client.watcher.connect();
  client.head = await client.watcher.watch(omraadeId, client.epoch, client.seq);
}

async function sendFlag({ url, token, omraadeId }, body) {
  const waiting = new Set(clients);
  const began = performance.now();
  let last;
  const everyone = new Promise((resolve) => {
    heard = (client, change) => {
      if (change.kind === "caseFlagged" && waiting.delete(client) && waiting.size === 0) {
        last = performance.now();
        resolve();
      }
    };
  });
  const response = await fetch(`${url}/api/v1/omraader/${omraadeId}/flags`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", "Idempotency-Key": randomUUID() },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  if (response.status !== 201) throw new Error(`a flag was answered ${response.status} ${answer}`);
  await everyone;
  return last - began;
}

/** From the first try to connect until the last change that was missed is there. */
async function comeBack(client) {
  const [before, began] = [client.seq, performance.now()];
  let changes = 0;
  const there = new Promise((resolve) => { client.there = resolve; });
  client.onChange = () => { changes++; if (client.head && client.seq >= client.head.seq) client.there(); };
  client.head = undefined;
  await open(client);
  if (client.seq < client.head.seq) await there;
  client.onChange = undefined;
  return { ms: performance.now() - began, bytes: client.watcher.bytes.length, changes: changes, missed: client.head.seq - before };
}

const commands = {
  async connect({ url, watches }) {
    const fresh = watches.map((watch) => ({ url, ...watch }));
    for (let i = 0; i < fresh.length; i += atOnce) await Promise.all(fresh.slice(i, i + atOnce).map(open));
    clients.push(...fresh);
    return {};
  },
  async flags(what) {
    const [until, ms] = [performance.now() + what.seconds * 1000, []];
    while (performance.now() < until) ms.push(await sendFlag(what, what.bodies[ms.length % what.bodies.length]));
    heard = () => {};
    return { ms };
  },
  drop() {
    for (const { watcher } of clients) watcher.cut();
    return {};
  },
  async catchUp() {
    heard = (client) => client.onChange?.();
    return { clients: await Promise.all(clients.map(comeBack)) };
  },
  async close() {
    await Promise.all(clients.map(({ watcher }) => watcher.disconnect()));
    clients = [];
    return {};
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  const answer = await Promise.resolve(command).then(commands[command.do]).catch((error) => ({ error: error.stack }));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

process.exit(0);
