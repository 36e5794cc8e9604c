// Sends every henvendelse of data/henvendelser.json through a running Hub with demo data, as the people of three offices, and
// checks what each of them, and everybody else, was told: node henvendelser.mjs http://localhost:5080
import { readFile } from "node:fs/promises";
import { Story } from "./story.mjs";
import { judge } from "./verdict.mjs";
import { World } from "./world.mjs";

const url = process.argv[2] ?? "http://localhost:5080";
const entries = JSON.parse(await readFile(new URL("data/henvendelser.json", import.meta.url)));
const began = Date.now();

const world = await World.open(url);
const story = new Story(world);
for (const [index, entry] of entries.entries()) await story.tell(entry, index);
await story.closeAll();
await judge(world, story);

const pushed = Object.values(world.watchers).reduce((sum, w) => sum + w.changes.length, 0);
for (const failure of world.failures) console.log(`not so: ${failure}`);
console.log(`${entries.length} henvendelser, ${story.steps.length} commands, ${pushed} changes pushed to ${Object.keys(world.watchers).length} people in ${Date.now() - began} ms`);
console.log(`${world.checks - world.failures.length} of ${world.checks} checks hold`);
process.exit(world.failures.length ? 1 : 0);
