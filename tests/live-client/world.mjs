import { Person } from "./api.mjs";
import { Watcher } from "./watcher.mjs";

const omraade = "Nordlyset";
const nordbo = (role) => `${role}@nordbo.example`;

/** Everyone of the story, signed in, and what each of them watches. */
export class World {
  checks = 0;
  failures = [];

  static async open(url) {
    const world = new World();
    world.url = url;
    const signIn = (email) => Person.signIn(url, email);
    const roles = ["ejendom", "ejendomsleder", "bestyrelse", "boligsocial", "leder", "dpo", "admin", "boligsocial2"];
    const people = await Promise.all([...roles.map((role) => signIn(nordbo(role))), signIn("boligsocial@sydbo.example")]);
    world.people = Object.fromEntries([...roles, "foreigner"].map((role, i) => [role, people[i]]));
    world.omraadeId = world.people.ejendom.membership(omraade).omraadeId;
    await world.#watchAll();
    world.head = await world.seq();
    return world;
  }

  /** The person who acts for an office. */
  of(kontor) {
    return { ejendomskontor: this.people.ejendom, bestyrelseskontor: this.people.bestyrelse, boligsocialtKontor: this.people.boligsocial }[kontor];
  }

  path(rest) {
    return `/omraader/${this.omraadeId}${rest}`;
  }

  check(holds, sentence) {
    this.checks++;
    if (!holds) this.failures.push(sentence);
    return holds;
  }

  /** Where the log stands, asked by one who sees no case. */
  async seq() {
    return (await this.people.dpo.get(this.path(`/changes?after=0&limit=1`))).body.seq;
  }

  async workspace(person) {
    return (await person.get(this.path("/workspace"))).body;
  }

  async #watchAll() {
    const members = ["ejendom", "ejendomsleder", "bestyrelse", "boligsocial", "leder", "dpo", "admin"];
    this.watchers = {};
    for (const role of members) this.watchers[role] = await this.#watch(this.people[role], this.omraadeId);
    for (const role of ["boligsocial2", "foreigner"]) {
      const person = this.people[role];
      this.watchers[role] = await this.#watch(person, person.me.memberships[0].omraadeId);
      await this.#refused(role);
    }
  }

  async #watch(person, omraadeId) {
    const { epoch, seq } = (await person.get(`/omraader/${omraadeId}/workspace`)).body;
    const watcher = new Watcher(this.url, person.token);
    await watcher.connect();
    const answer = await watcher.watch(omraadeId, epoch, seq);
    this.check(answer.epoch === epoch && answer.seq === seq, `Watch of ${person.email} answers where its workspace stands`);
    return Object.assign(watcher, { person, omraadeId, start: seq });
  }

  async #refused(role) {
    const error = await this.watchers[role].watch(this.omraadeId, "", 0).catch((e) => e);
    this.check(/not_found/.test(error?.message), `${role} is told not_found for ${omraade}`);
  }
}
