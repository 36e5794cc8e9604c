import { randomUUID } from "node:crypto";

const password = "Hub-demo-2026!";

/** A signed-in person at the HTTP API who keeps every byte of every answer. */
export class Person {
  #url;
  #token;
  #expires = 0;
  #refresh;
  answers = [];

  static async signIn(url, email) {
    const person = new Person();
    person.#url = url;
    person.email = email;
    person.#keep(await person.#post("/login", { email, password }));
    person.me = (await person.get("/me")).body;
    return person;
  }

  get token() {
    return this.#token;
  }

  membership(omraade) {
    return this.me.memberships.find((m) => m.omraade === omraade);
  }

  get(path) {
    return this.send("GET", path);
  }

  /** A write, with a fresh Idempotency-Key unless one is given. */
  post(path, body = {}, key = randomUUID()) {
    return this.send("POST", path, body, key);
  }

  async send(method, path, body, key) {
    if (Date.now() > this.#expires) {
      this.#keep(await this.#post("/refresh", { refreshToken: this.#refresh }));
    }
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.#token}`,
        ...(key ? { "Idempotency-Key": key } : {}),
        ...(body ? { "Content-Type": "application/json" } : {}),
      },
      body: body && JSON.stringify(body),
    });
    return this.#read(response);
  }

  /** All bytes of all answers but those that hold the person's own tokens. */
  get bytes() {
    return Buffer.from(this.answers.join("\n"));
  }

  async #post(path, body) {
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} of ${this.email} answered ${response.status}`);
    return response.json();
  }

  #keep({ accessToken, refreshToken, expiresIn }) {
    this.#token = accessToken;
    this.#refresh = refreshToken;
    this.#expires = Date.now() + (expiresIn - 60) * 1000;
  }

  async #read(response) {
    const text = await response.text();
    this.answers.push([...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n"), text);
    return { status: response.status, body: text && JSON.parse(text) };
  }
}
