// Drives live connections for tests written in another language: commands as JSON lines on stdin, events as JSON lines on stdout.
//   {do:"connect", id, url, token, tokenInUrl?}   -> connected | failed
//   {do:"watch", id, omraadeId, epoch, afterSeq}  -> watched {epoch, seq} | refused {error}
//   {do:"unwatch", id, omraadeId}                 -> unwatched
//   {do:"disconnect"|"cut"|"pause"|"resume", id}  -> done, and closed when the connection ends
//   {do:"find", id, texts}                        -> found {texts}: those that occur anywhere in the bytes received
// Everything the server says comes out as changed, caught, resync, gone and presence, in order.
import { createInterface } from "node:readline";
import { Watcher } from "./watcher.mjs";

const watchers = new Map();

const say = (id, event, data = null) => process.stdout.write(`${JSON.stringify({ id, event, data })}\n`);

const commands = {
  async connect({ id, url, token, tokenInUrl }) {
    // A turn later: the answer to an invocation reaches us as a promise, and what came after it on the wire shall come out after it.
    const watcher = new Watcher(url, token, (event, data) => setImmediate(say, id, event, data), { tokenInUrl });
    await watcher.connect();
    watchers.set(id, watcher);
    say(id, "connected");
  },
  async watch({ id, omraadeId, epoch, afterSeq }) {
    say(id, "watched", await watchers.get(id).watch(omraadeId, epoch, afterSeq));
  },
  async unwatch({ id, omraadeId }) {
    await watchers.get(id).unwatch(omraadeId);
    say(id, "unwatched");
  },
  find({ id, texts }) {
    const { bytes } = watchers.get(id);
    say(id, "found", { texts: texts.filter((text) => bytes.includes(text)) });
  },
  ...Object.fromEntries(
    ["disconnect", "cut", "pause", "resume"].map((name) => [
      name,
      async ({ id }) => {
        await watchers.get(id)[name]();
        say(id, "done");
      },
    ]),
  ),
};

const refusals = { connect: "failed", watch: "refused", unwatch: "refused" };

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  try {
    await commands[command.do](command);
  } catch (error) {
    say(command.id, refusals[command.do] ?? "error", { error: error.message });
  }
}

process.exit(0);
