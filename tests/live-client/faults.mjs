// Load and eyes for the fault tests: people who send commands through a load balancer until each is answered, and people who watch.
// Settings come as the first argument (JSON); the history goes to stdout, one JSON object a line; a line on stdin ends the sending,
// and the program ends once every watcher has come to where the log stands.
//   {who, does:"sent", key, omraadeId}                                 a command is on its way
//   {who, does:"answered", key, status, seq}                           its first answer that is one
//   {who, does:"applied"|"caught"|"resync", omraadeId, seq, change?}    what a watcher was told, in its order
//   {who, does:"read", omraadeId, asked, seq}                          a workspace was loaded because seq `asked` had been heard
//   {who, does:"began"|"ended", omraadeId, seq, differs?, leaked?}      where a watcher began and ended, its screen against a fresh load
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { HttpTransportType, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import WebSocket from "ws";

const { url, password, senders, watchers, pace, forbidden } = JSON.parse(process.argv[2]);
const patience = 8_000;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const say = (entry) => process.stdout.write(`${JSON.stringify(entry)}\n`);

let sending = true;

class Person {
  #token;
  #expires = 0;

  constructor(email) {
    this.email = email;
  }

  async token() {
    while (Date.now() > this.#expires) {
      const answer = await this.#try("/api/v1/login", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ email: this.email, password }) });
      if (answer?.status === 200) [this.#token, this.#expires] = [answer.body.accessToken, Date.now() + (answer.body.expiresIn - 120) * 1000];
      else await pause(300);
    }
    return this.#token;
  }

  /** Asks until there is an answer: what is no answer (no connection, 5xx, 429) is asked again, a write under the same key. */
  async ask(method, path, body, key) {
    for (;;) {
      const headers = { Authorization: `Bearer ${await this.token()}`, "Content-Type": "application/json", ...(key ? { "Idempotency-Key": key } : {}) };
      const answer = await this.#try(`/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
      if (answer?.status === 401) this.#expires = 0;
      else if (answer && answer.status < 500 && answer.status !== 429) return answer;
      await pause(200 + Math.random() * 300);
    }
  }

  async #try(path, options) {
    try {
      const response = await fetch(url + path, { ...options, signal: AbortSignal.timeout(patience) });
      const text = await response.text();
      return { status: response.status, body: text && JSON.parse(text) };
    } catch {
      return null;
    }
  }
}

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

/** Where two loads differ; what only the clock changes is left out. */
const differences = (one, other, path = "") => {
  if (path.endsWith("late") || Object.is(one, other)) return [];
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return [`${path}: ${one} and ${other}`];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => differences(one[key], other[key], `${path}/${key}`));
};

/** A client as the browser is one: a cursor, a screen, and reconnecting when nobody speaks. */
class Watcher {
  #dirty = 0;
  bytes = [];

  constructor({ email, omraadeId }) {
    Object.assign(this, { email, omraadeId, person: new Person(email) });
  }

  async begin() {
    await this.load(0);
    Object.assign(this, { epoch: this.screen.epoch, seq: this.screen.seq, start: this.screen.seq });
    say({ who: this.email, does: "began", omraadeId: this.omraadeId, epoch: this.epoch, seq: this.seq });
    this.living = Promise.all([this.#keep(), this.#refresh()]);
  }

  /** Where the log stands, this watcher comes to; then its screen is what a fresh load gives. */
  async end() {
    const { body } = await this.person.ask("GET", `/omraader/${this.omraadeId}/workspace`);
    while (this.seq < body.seq || this.epoch !== body.epoch || this.screen.seq < this.seq) await pause(50);
    this.over = true;
    await this.connection?.stop();
    await this.living;
    const { screen: kept, seq, start } = this;
    await this.load(seq);
    const received = Buffer.concat(this.bytes);
    const leaked = [...forbidden, password].filter((text) => received.includes(text));
    say({ who: this.email, does: "ended", omraadeId: this.omraadeId, start, seq, differs: differences(kept, this.screen).slice(0, 5), leaked });
  }

  async load(asked) {
    const { body } = await this.person.ask("GET", `/omraader/${this.omraadeId}/workspace`);
    say({ who: this.email, does: "read", omraadeId: this.omraadeId, asked, seq: body.seq });
    this.screen = body;
  }

  async #refresh() {
    while (!this.over) {
      await pause(500);
      if (this.#dirty === 0) continue;
      const asked = this.#dirty;
      this.#dirty = 0;
      await this.load(asked);
    }
  }

  async #keep() {
    while (!this.over) {
      await this.#listen().catch(() => {});
      await this.connection?.stop().catch(() => {});
      await pause(100 + Math.random() * 400);
    }
  }

  async #listen() {
    const token = await this.person.token();
    const connection = this.#connect(token);
    const closed = new Promise((resolve) => connection.onclose(resolve));
    this.connection = connection;
    await this.#soon(connection.start());
    await this.#soon(connection.invoke("Watch", this.omraadeId, this.epoch, this.seq));
    // Whoever came to an end meanwhile has stopped the connection before this one.
    if (!this.over) await closed;
  }

  #soon = (promise) => Promise.race([promise, pause(patience).then(() => { throw new Error("silent"); })]);

  #connect(token) {
    const { bytes } = this;
    const connection = new HubConnectionBuilder()
      .withUrl(`${url}/hubs/workspace`, {
        transport: HttpTransportType.WebSockets,
        skipNegotiation: true,
        accessTokenFactory: () => token,
        WebSocket: class extends WebSocket {
          constructor(...args) {
            super(...args);
            this.on("message", (data) => bytes.push(Buffer.from(data)));
          }
        },
      })
      .configureLogging(LogLevel.None)
      .build();
    connection.serverTimeoutInMilliseconds = 9_000;
    // What an old connection still delivers after its end is not this one's business.
    const hear = (name, act) => connection.on(name, (data) => connection === this.connection && act(data));
    hear("Changed", (change) => this.#move("applied", change.seq, { change }));
    hear("Caught", ({ seq }) => this.#move("caught", seq));
    hear("Resync", ({ epoch, seq }) => {
      this.epoch = epoch;
      this.#move("resync", seq, { epoch });
    });
    for (const name of ["Gone", "Presence", "Typing"]) hear(name, () => {});
    return connection;
  }

  #move(does, seq, more = {}) {
    this.seq = seq;
    this.#dirty = seq;
    say({ who: this.email, does, omraadeId: this.omraadeId, seq, ...more });
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
