import { isDeepStrictEqual } from "node:util";
import { tellTales } from "./beboere.mjs";

const patience = 15_000;

/** After the story: did everyone hear exactly what is theirs, in order and once? */
export async function judge(world, story) {
  for (const watcher of Object.values(world.watchers)) await judgeWatcher(world, story, watcher);
  await judgeRights(world, story);
  await judgeBytes(world, story);
}

async function judgeWatcher(world, story, watcher) {
  const { person, omraadeId, start } = watcher;
  const { seq } = (await person.get(`/omraader/${omraadeId}/workspace`)).body;
  const name = person.email;
  if (!world.check(await caughtUp(watcher, seq), `${name} is brought up to where its workspace stands`)) return;
  const pulled = await pull(person, omraadeId, start);
  world.check(isDeepStrictEqual(watcher.changes, pulled.changes), `${name} is pushed exactly what GET changes gives (${watcher.changes.length} and ${pulled.changes.length})`);
  world.check(pulled.seq === seq, `${name} is moved by GET changes to where its workspace stands`);
  world.check(!watcher.received.some((m) => m.kind === "resync" || m.kind === "gone"), `${name} never has to start over`);
  const seqs = watcher.changes.map((c) => c.seq);
  world.check(seqs.every((s, i) => i === 0 || s > seqs[i - 1]), `${name} hears everything in order and once`);
  const kontor = person.me.memberships.find((m) => m.omraadeId === omraadeId).kontor;
  if (omraadeId !== world.omraadeId || !kontor) {
    world.check(seqs.length === 0, `${name} hears of no change (${seqs.length})`);
  } else if (kontor === "bestyrelseskontor") {
    judgeBoard(world, story, watcher);
  } else {
    judgeOffice(world, story, watcher, kontor);
  }
}

/** Each step of the story reached those it should and nobody else. */
function judgeOffice(world, story, { person, changes }, kontor) {
  for (const step of story.steps.filter((s) => s.to > s.from)) {
    const heard = changes.some((c) => c.seq > step.from && c.seq <= step.to);
    world.check(heard === step.reaches.has(kontor), `${person.email} ${step.reaches.has(kontor) ? "hears" : "does not hear"} of ${step.what} at ${step.to}`);
  }
}

function judgeBoard(world, story, { start, changes, received }) {
  world.check(changes.every((c, i) => c.seq === start + 1 + i), "the board counts its own changes, dense");
  world.check(!received.some((m) => m.kind === "caught"), "the board is never moved past anything");
  world.check(changes.every((c) => !c.caseId && !c.handoverId), "the board is told no case and no handover");
  const told = changes.length;
  const reached = story.steps.filter((s) => s.reaches.has("bestyrelseskontor")).length;
  world.check(told >= reached && told <= reached + 1, `the board hears of what it may know and no more (${told} for ${reached} steps)`);
}

/** What was pushed can be read by those it was pushed to, as long as it is theirs, and by nobody else. */
async function judgeRights(world, story) {
  for (const kontor of ["ejendomskontor", "boligsocialtKontor"]) {
    const person = world.of(kontor);
    const listed = new Set((await world.workspace(person)).cases.map((c) => c.caseId));
    for (const c of story.cases.filter(Boolean)) {
      const mine = c.offices.includes(kontor);
      const { status } = await person.get(world.path(`/cases/${c.caseId}`));
      world.check(status === (mine ? 200 : 404), `henvendelse ${c.index} is ${mine ? "readable for" : "hidden from"} ${kontor} (${status})`);
      world.check(mine || !listed.has(c.caseId), `henvendelse ${c.index} stands in no workspace of ${kontor}`);
      if (!mine) judgeLoss(world, c, kontor);
    }
  }
}

/** An office that was asked and did not take the case heard of it, and last that it is over. */
function judgeLoss(world, c, kontor) {
  const watcher = world.watchers[kontor === "ejendomskontor" ? "ejendom" : "boligsocial"];
  const last = watcher.changes.filter((x) => x.caseId === c.caseId).at(-1);
  world.check(!last || last.kind === "adgangOphoert", `${kontor} is last told of henvendelse ${c.index} that its access has ended`);
  world.check(!last || Object.keys(last).sort().join() === "at,caseId,kind,omraadeId,seq", "who loses access is told nothing else");
}

async function judgeBytes(world, story) {
  const { bestyrelse } = world.people;
  const { watchers } = world;
  for (const c of story.cases.filter(Boolean)) {
    const { status, body } = await bestyrelse.get(world.path(`/cases/${c.caseId}`));
    const own = c.entry.by === "bestyrelseskontor";
    world.check(status === (own ? 200 : 404), `henvendelse ${c.index} is ${own ? "a flag of" : "not there for"} the board (${status})`);
    world.check(!own || Object.keys(body).sort().join() === "flaggedAt,number,status,updatedAt", `henvendelse ${c.index} is number, status and dates for the board`);
  }
  const staffIds = ["ejendom", "ejendomsleder", "boligsocial", "leder"].map((role) => world.people[role].me.userId);
  const hidden = [...story.secrets, ...story.beboere.flatMap(tellTales)];
  judgeSilence(world, "the board", Buffer.concat([bestyrelse.bytes, watchers.bestyrelse.bytes]), [...hidden, ...staffIds]);
  judgeSilence(world, "boligsocial2", Buffer.concat([world.people.boligsocial2.bytes, watchers.boligsocial2.bytes]), hidden);
  judgeSilence(world, "another boligorganisation", Buffer.concat([world.people.foreigner.bytes, watchers.foreigner.bytes]), hidden);
  const sockets = Buffer.concat(Object.values(watchers).map((w) => w.bytes));
  judgeSilence(world, "any push", sockets, [...story.beboere.flatMap(tellTales), ...story.cases.filter(Boolean).map((c) => c.entry.description)]);
}

function judgeSilence(world, who, bytes, hidden) {
  const leaked = hidden.filter((text) => bytes.includes(text) || bytes.includes(JSON.stringify(text).slice(1, -1)));
  world.check(leaked.length === 0, `nothing hidden stands in the bytes of ${who} (${leaked.length} of ${hidden.length}: ${leaked.slice(0, 3).join("; ")})`);
}

async function pull(person, omraadeId, start) {
  const pulled = { changes: [], seq: start, more: true };
  while (pulled.more) {
    const { body } = await person.get(`/omraader/${omraadeId}/changes?after=${pulled.seq}&limit=7`);
    pulled.changes.push(...body.changes);
    Object.assign(pulled, { seq: body.seq, more: body.more });
  }
  return pulled;
}

async function caughtUp(watcher, seq) {
  const reached = () => watcher.received.filter((m) => m.kind === "changed" || m.kind === "caught").at(-1)?.data.seq ?? watcher.start;
  for (const end = Date.now() + patience; Date.now() < end && reached() < seq; ) await new Promise((resolve) => setTimeout(resolve, 20));
  return reached() === seq;
}
