import { beboer } from "./beboere.mjs";
import { plans } from "./plans.mjs";

const staff = ["ejendomskontor", "boligsocialtKontor"];
const board = "bestyrelseskontor";

const outcomes = {
  restance: "afdragsordning", naboklage: "maeglet", ikkeSet: "kontaktOpnaaet", barnEllerUng: "underrettet", voldEllerTrusler: "anmeldt",
  mistrivsel: "takkedeNej", fremleje: "ubegrundet", aeldre: "overgivetTilKommunen",
};

/** Lives through one henvendelse after the other, and writes down which offices each step may reach. */
export class Story {
  cases = [];
  steps = [];
  /** Texts and ids that no board may ever be sent. */
  secrets = [];
  beboere = [];

  constructor(world) {
    this.world = world;
  }

  async tell(entry, index) {
    if (entry.matter) return this.#openMatter(entry);
    const c = await this.#flag(entry, index);
    if (entry.expect === "dublet") return this.#merge(c, this.cases[entry.sameLejemaalAs]);
    await this.#pickUp(c);
    await this.#work(c);
    if (entry.disclosure) await this.#disclose(c, entry.disclosure);
    await plans[index]?.(this, c);
    if (entry.handoverTo) await this.handOver(c, entry.handoverTo, "accept");
  }

  async closeAll() {
    for (const c of this.cases.filter((c) => c && !c.closed)) {
      const outcome = outcomes[c.entry.category] ?? "loest";
      await this.step(this.world.of(c.holder), `/cases/${c.caseId}/close`, { outcome, note: this.secret("Afsluttet efter aftale") }, [...c.offices, ...c.boardHears]);
    }
  }

  /** One command; every change it makes reaches exactly these offices. */
  async step(person, path, body, reaches, expected = 200) {
    const { world } = this;
    const answer = await person.post(world.path(path), body);
    const what = path.replaceAll(/[0-9a-f-]{36}/g, "…");
    world.check(answer.status === expected, `${what} by ${person.email} answers ${expected} (was ${answer.status} ${answer.body?.code ?? ""})`);
    const seq = await world.seq();
    this.steps.push({ what, from: world.head, to: seq, reaches: new Set(reaches) });
    world.head = seq;
    return answer.body;
  }

  /** A command that is refused and writes nothing. */
  async refused(person, path, body, status, code) {
    const { world } = this;
    const answer = await person.post(world.path(path), body);
    world.check(answer.status === status && answer.body.code === code, `${person.email} is told ${code} (was ${answer.status} ${answer.body?.code ?? ""})`);
    world.check((await world.seq()) === world.head, `a refused command writes nothing (${code})`);
  }

  /** A text that may be looked for later. */
  secret(text) {
    const marked = `${text} (${this.secrets.length + 1}. notat)`;
    this.secrets.push(marked);
    return marked;
  }

  async handOver(c, toKontor, ending) {
    const { world } = this;
    const [from, to] = [world.of(c.holder), world.of(toKontor)];
    const during = [...new Set([...c.offices, toKontor])];
    const offer = { toKontor, reason: this.secret("Begrundelse for overdragelsen"), summary: this.secret("Kort resumé til modtageren") };
    const { handoverId } = await this.step(from, `/cases/${c.caseId}/handovers`, offer, during, 201);
    const body = ending === "decline" ? { reason: this.secret("Hører ikke til hos os") } : {};
    await this.step(ending === "withdraw" ? from : to, `/handovers/${handoverId}/${ending}`, body, during);
    if (ending === "accept") Object.assign(c, { holder: toKontor, offices: during });
  }

  /** Asks the board without telling it who: a matter opens, the case stays where it is. */
  async askBoard(c) {
    const { world } = this;
    const holder = world.of(c.holder);
    const path = `/cases/${c.caseId}/handovers`;
    const ask = (summary) => ({ toKontor: board, reason: this.secret("Bestyrelsen bør høres"), summary });
    await this.refused(holder, path, ask(`${c.beboer.name} og naboen er uenige`), 409, "personal_data_in_text");
    const { matterId } = await this.step(holder, path, ask("Støj om natten i en opgang: kan husordenen omdeles igen?"), [...c.offices, board], 201);
    const date = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await this.step(world.of(board), `/matters/${matterId}/agenda`, { date }, [c.holder, board]);
    await this.step(world.of(board), `/matters/${matterId}/decide`, { text: "Husordenen omdeles til alle." }, [c.holder, board]);
    await this.step(holder, `/matters/${matterId}/close`, { outcome: "loest" }, [c.holder, board]);
  }

  async #flag(entry, index) {
    const { world } = this;
    const { category, severity, vulnerability, description, kilde, boernIHjemmet, legalBasis } = entry;
    const named = this.#name(entry, index);
    const known = await this.#known(entry.route);
    const offices = [...new Set([entry.by, entry.route])];
    const body = { category, severity, vulnerability, description, kilde, boernIHjemmet, legalBasis, ...named };
    const answer = await this.step(world.of(entry.by), "/flags", body, offices, 201);
    const card = (await world.workspace(world.of(entry.route))).cases.find((x) => !known.has(x.caseId));
    const c = { index, entry, ...named, caseId: card.caseId, holder: entry.route, offices: offices.filter((k) => k !== board), boardHears: offices.filter((k) => k === board) };
    this.cases[index] = c;
    // A board knows its own flag by the id that it was answered, and nothing else of it.
    this.secrets.push(description, card.number, ...(entry.by === board ? [] : [card.caseId]));
    this.#checkFlag(c, answer, card);
    return c;
  }

  async #known(kontor) {
    return new Set((await this.world.workspace(this.world.of(kontor))).cases.map((c) => c.caseId));
  }

  #name(entry, index) {
    const named = {};
    if (entry.beboer) named.beboer = this.cases[entry.sameLejemaalAs]?.beboer ?? this.#invent(index);
    if (entry.parter) named.parter = entry.parter.map((rolle, i) => ({ rolle, ...this.#invent(20 + i) }));
    return named;
  }

  #invent(n) {
    const someone = beboer(n);
    this.beboere.push(someone);
    return someone;
  }

  #checkFlag({ index, entry, beboer: named }, answer, card) {
    const { world } = this;
    const nr = `henvendelse ${index} (${entry.category})`;
    world.check(card.kontor === entry.route, `${nr} is routed to ${entry.route} (was ${card.kontor})`);
    world.check(entry.by === board ? /^B-\d{4}$/.test(answer.number) : answer.number === card.number, `${nr} is known to its flagger by a number of its own`);
    world.check(answer.caseId === card.caseId, `${nr} is told to its flagger by the id that the receiver sees`);
    world.check((entry.severity === "akut") === Boolean(answer.advice?.ring), `${nr} says whom to ring exactly when it is akut`);
    world.check(Boolean(entry.boernIHjemmet) === Boolean(answer.advice?.underretning), `${nr} shows the duty to notify exactly when children live there`);
    if (entry.expect === "identityNotStored") world.check(card.identity === null, `${nr} stores no identity`);
    if (entry.legalBasis.kind === "samtykke") world.check(card.identity?.name === named.name, `${nr} opens by consent to ${entry.route}`);
  }

  async #pickUp(c) {
    const { world } = this;
    const holder = world.of(c.holder);
    const card = (await world.workspace(holder)).cases.find((x) => x.caseId === c.caseId);
    const own = c.entry.by === c.holder && c.holder === "boligsocialtKontor";
    world.check(own ? card.assignee === holder.me.userId : !card.assignee, `henvendelse ${c.index} stays with its author exactly when boligsocialt kontor registers it`);
    if (own) return;
    await this.step(holder, `/cases/${c.caseId}/pickup`, {}, [...c.offices, ...c.boardHears]);
  }

  async #work(c) {
    const holder = this.world.of(c.holder);
    const note = (audience, kind, text, reaches) => this.step(holder, `/cases/${c.caseId}/notes`, { audience, kind, text: this.secret(text) }, reaches);
    await note("sagen", "opkald", "Talt i telefon, aftalt besøg", c.offices);
    await note("eget", "besoeg", "Besøgt hjemmet sammen med en kollega", [c.holder]);
    if (!c.boardHears.length) await note("melder", "note", "Tak, vi er i gang", [...new Set([c.holder, c.entry.by])]);
    await this.#task(c, c.offices.find((k) => k !== c.holder) ?? c.holder);
  }

  async #task(c, kontor) {
    const reaches = [...new Set([c.holder, kontor])];
    const task = { title: this.secret("Aftal en tid i boligen"), kontor, caseId: c.caseId };
    const { taskId } = await this.step(this.world.of(c.holder), "/tasks", task, reaches, 201);
    await this.step(this.world.of(kontor), `/tasks/${taskId}/complete`, {}, reaches);
  }

  async #disclose(c, modtager) {
    const at = new Date(Date.now() - 60_000).toISOString();
    const given = { modtager, hvad: this.secret("Det mundtlige indhold af henvendelsen"), legalBasis: "retligForpligtelse", at };
    await this.step(this.world.of(c.holder), `/cases/${c.caseId}/disclosures`, given, c.offices);
  }

  async #merge(duplicate, original) {
    const { world } = this;
    const holder = world.of(duplicate.holder);
    const reaches = [...new Set([...duplicate.offices, ...original.offices])];
    await this.step(holder, `/cases/${duplicate.caseId}/links`, { caseId: original.caseId, kind: "dublet" }, reaches);
    const merged = (await holder.get(world.path(`/cases/${duplicate.caseId}`))).body;
    world.check(merged.status === "afsluttet" && merged.outcome === "dublet", `henvendelse ${duplicate.index} ends as a duplicate of ${original.index}`);
    duplicate.closed = true;
  }

  async #openMatter(entry) {
    const { world } = this;
    const sides = [entry.by, entry.route];
    const matter = { title: "Lys på stien mellem blok 12 og 14", text: entry.description, toKontor: entry.route };
    const { matterId } = await this.step(world.of(entry.by), "/matters", matter, sides, 201);
    const answers = world.of(entry.route);
    await this.step(answers, `/matters/${matterId}/notes`, { text: "Elektrikeren er bestilt." }, sides);
    const task = { title: "Find to datoer til en nattevandring", kontor: entry.by, matterId };
    const { taskId } = await this.step(answers, "/tasks", task, sides, 201);
    await this.step(world.of(entry.by), `/tasks/${taskId}/complete`, {}, sides);
    await this.step(answers, `/matters/${matterId}/close`, { outcome: "loest" }, sides);
    const seen = (await world.workspace(world.of(entry.by))).matters.find((m) => m.matterId === matterId);
    world.check(seen.summary === entry.description && seen.status === "lukket", "a matter without a person stays fully readable to the board");
  }
}
