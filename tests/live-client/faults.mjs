// Load and eyes for the fault tests: people who send commands through a load balancer until each is answered, and people who watch.
// Settings come as the first argument (JSON); the history goes to stdout, one JSON object a line; a line on stdin ends the sending,
// and the program ends once every watcher has come to where the log stands.
//   {who, does:"sent", key, omraadeId}                                 a command is on its way
//   {who, does:"answered", key, status, seq}                           its first answer that is one
//   {who, does:"applied"|"caught"|"resync", omraadeId, seq, change?}    what a watcher was told, in its order
//   {who, does:"read", omraadeId, asked, seq}                          a workspace was loaded because seq `asked` had been heard
//   {who, does:"began"|"ended", omraadeId, seq, differs?, leaked?, shown?}
//                                                                      where a watcher began and ended, its screen against a fresh load, and what it was shown of `forbidden`
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { Person, Watcher, forbidden, pace, pause, say, senders, watchers } from "./people.mjs";

let sending = true;

/** Sends one command after the other: mostly flags, and what can be done about them. */
async function send({ email, omraadeId }, n) {
  const person = new Person(email);
  const open = [];
  const command = async (path, body, takes = 201) => {
    const key = randomUUID();
    say({ who: email, does: "sent", key, omraadeId });
    const { status, body: answer } = await person.ask("POST", `/omraader/${omraadeId}${path}`, body, key);
    say({ who: email, does: "answered", key, status, seq: answer.seq, ...(status === takes ? {} : { code: answer.code }) });
    return status < 300 ? answer : null;
  };
  for (let i = 0; sending; i++) {
    const sag = open.length > 3 ? open.shift() : null;
    if (email.startsWith("bestyrelse")) await command("/matters", { title: "Lys på stien", text: `Stien er mørk, ${i + 1}. gang.`, toKontor: "ejendomskontor" });
    else if (sag && i % 3 === 0 && email.startsWith("ejendom")) await command(`/cases/${sag}/pickup`, {}, 200);
    else if (sag && i % 3 === 1) await command(`/cases/${sag}/notes`, { audience: "eget", kind: "note", text: "Talt med naboen" }, 200);
    else {
      const named = i % 4 === 0 ? { beboer: { name: forbidden[0], address: forbidden[1] } } : {};
      const flagged = await command("/flags", { category: "stoej", description: `${forbidden[2]}, ${"abcdefgh"[n]}`, ...named });
      if (flagged) open.push(flagged.caseId);
    }
    await pause(pace * (0.5 + Math.random()));
  }
}

const eyes = watchers.map((w) => new Watcher(w));
await Promise.all(eyes.map((w) => w.begin()));
say({ does: "ready" });
const hands = senders.map(send);
await new Promise((resolve) => createInterface({ input: process.stdin }).once("line", resolve));
sending = false;
await Promise.all(hands);
await Promise.all(eyes.map((w) => w.end()));
process.exit(0);
