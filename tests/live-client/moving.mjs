// Watchers behind a load balancer, one of whose nodes is told to stop: a line on stdin says which has just been told. Settings as for faults.mjs.
//   {who, does:"watches", from}          where a watcher is
//   {does:"ready"}                      everybody watches
//   {who, does:"moved", from, to?, back?, ms?}  where a watcher was, and where it applied the first flag after those of that node had been let go; when it
//                                       watched again and when it applied, in ms since the line; without `to` it waited in vain
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { Watcher, pause, say, watchers } from "./people.mjs";

const patience = 30_000;
const soon = (promise) => Promise.race([promise, pause(patience)]);

const flag = { category: "stoej", description: "Musikken spiller om natten" };

/** Each hears of a flag of their own: that is one that reaches their office. */
async function move(watcher, from, told) {
  const { email, omraadeId, person } = watcher;
  const { body } = await person.ask("POST", `/omraader/${omraadeId}/flags`, flag, randomUUID());
  const applied = async () => {
    while (!(watcher.seq >= body.seq)) await pause(10);
    return { to: watcher.node, back: Math.max(0, watcher.since - told), ms: Date.now() - told };
  };
  say({ who: email, does: "moved", omraadeId, from, ...(await soon(applied())) });
}

/** Until none of those connections is open any more. */
async function letGo(which) {
  while (connections.filter(which).some((c) => c.state === "Connected")) await pause(10);
}

const eyes = watchers.map((w) => new Watcher(w));
await Promise.all(eyes.map((w) => w.begin()));
while (eyes.some((w) => w.connection?.state !== "Connected" || !w.since)) await pause(50);
const from = eyes.map((w) => w.node);
const connections = eyes.map((w) => w.connection);
eyes.forEach((w, i) => say({ who: w.email, does: "watches", omraadeId: w.omraadeId, from: from[i] }));
say({ does: "ready" });
const stopped = await new Promise((resolve) => createInterface({ input: process.stdin }).once("line", resolve));
const told = Date.now();
await soon(letGo((_, i) => from[i] === stopped));
await Promise.all(eyes.map((w, i) => move(w, from[i], told)));
process.exit(0);
