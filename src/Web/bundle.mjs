// Joins files into one and makes it small: each costs a browser a request and its headers. A script keeps a scope of its own.
import { readFileSync, writeFileSync } from "node:fs";
import { transformSync } from "esbuild";

const [to, ...from] = process.argv.slice(2);
const loader = to.endsWith(".js") ? "js" : "css";
const own = (text) => (loader === "js" ? `{\n${text}}\n` : text);
const joined = from.map((file) => own(readFileSync(file, "utf8"))).join("");
writeFileSync(to, transformSync(joined, { loader, minify: true }).code);
