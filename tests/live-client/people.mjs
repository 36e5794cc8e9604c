// The people of the fault tests: who calls until there is an answer, and who watches as the browser does. Settings come as the first argument (JSON).
import { HttpTransportType, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import WebSocket from "ws";

export const { url, password, senders, watchers, pace, forbidden } = JSON.parse(process.argv[2]);
const patience = 8_000;
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const say = (entry) => process.stdout.write(`${JSON.stringify(entry)}\n`);

/** Those that stand in a JSON text, however it writes its letters. */
const found = (texts, json) => {
  const plain = json.replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return texts.filter((text) => plain.includes(text));
};

export class Person {
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
      return { status: response.status, body: text && JSON.parse(text), text };
    } catch {
      return null;
    }
  }
}

/** Where two loads differ; what only the clock changes is left out. */
const differences = (one, other, path = "") => {
  if (path.endsWith("late") || Object.is(one, other)) return [];
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return [`${path}: ${one} and ${other}`];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => differences(one[key], other[key], `${path}/${key}`));
};

/** A client as the browser is one: a cursor, a screen, and reconnecting when nobody speaks. */
export class Watcher {
  #dirty = 0;
  bytes = [];
  shown = new Set();

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
    await this.#open();
    const leaked = found([...forbidden, password], Buffer.concat(this.bytes).toString());
    say({ who: this.email, does: "ended", omraadeId: this.omraadeId, start, seq, differs: differences(kept, this.screen).slice(0, 5), leaked, shown: [...this.shown] });
  }

  async load(asked) {
    const { body, text } = await this.person.ask("GET", `/omraader/${this.omraadeId}/workspace`);
    this.#look(text);
    say({ who: this.email, does: "read", omraadeId: this.omraadeId, asked, seq: body.seq });
    this.screen = body;
  }

  /** Staff open a case that they see the name on: that what must not be shown would be found is shown by those who may see it. */
  async #open() {
    const named = this.screen.cases?.find((c) => c.identity?.name === forbidden[0]);
    if (named) this.#look((await this.person.ask("GET", `/omraader/${this.omraadeId}/cases/${named.caseId}`)).text);
  }

  #look(text) {
    for (const one of found(forbidden, text)) this.shown.add(one);
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
    this.since = Date.now();
    // Whoever came to an end meanwhile has stopped the connection before this one.
    if (!this.over) await closed;
  }

  #soon = (promise) => Promise.race([promise, pause(patience).then(() => { throw new Error("silent"); })]);

  #connect(token) {
    const watcher = this;
    const connection = new HubConnectionBuilder()
      .withUrl(`${url}/hubs/workspace`, {
        transport: HttpTransportType.WebSockets,
        skipNegotiation: true,
        accessTokenFactory: () => token,
        WebSocket: class extends WebSocket {
          constructor(...args) {
            super(...args);
            this.on("upgrade", (response) => { watcher.node = response.headers["x-node"]; });
            this.on("message", (data) => watcher.bytes.push(Buffer.from(data)));
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
