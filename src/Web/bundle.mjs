// Joins files into one: each costs a browser a request and its headers. A script keeps a scope of its own.
import { readFileSync, writeFileSync } from "node:fs";

const [to, ...from] = process.argv.slice(2);
const own = (text) => (to.endsWith(".js") ? `{\n${text}}\n` : text);
writeFileSync(to, from.map((file) => own(readFileSync(file, "utf8"))).join(""));
