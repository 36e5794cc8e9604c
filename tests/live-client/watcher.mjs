import { HttpTransportType, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import WebSocket from "ws";

const messages = ["Changed", "Caught", "Resync", "Gone", "Presence"];

/** One connection to the live hub that remembers everything it was told, down to the bytes. */
export class Watcher {
  #connection;
  #socket;
  frames = [];
  received = [];

  /** @param onMessage called with (kind, data) for every message of the server and for "closed" */
  constructor(url, token, onMessage = () => {}, { tokenInUrl = false } = {}) {
    const address = `${url}/hubs/workspace${tokenInUrl ? `?access_token=${encodeURIComponent(token)}` : ""}`;
    this.#connection = new HubConnectionBuilder()
      .withUrl(address, {
        transport: HttpTransportType.WebSockets,
        skipNegotiation: true,
        WebSocket: this.#recordingSocket(),
        ...(tokenInUrl || !token ? {} : { accessTokenFactory: () => token }),
      })
      .configureLogging(LogLevel.None)
      .build();
    for (const message of messages) {
      this.#connection.on(message, (data) => {
        const kind = message.toLowerCase();
        this.received.push({ kind, data });
        onMessage(kind, data);
      });
    }
    this.#connection.onclose(() => onMessage("closed", null));
  }

  connect() {
    return this.#connection.start();
  }

  watch(omraadeId, epoch, afterSeq) {
    return this.#connection.invoke("Watch", omraadeId, epoch, afterSeq);
  }

  unwatch(omraadeId) {
    return this.#connection.invoke("Unwatch", omraadeId);
  }

  disconnect() {
    return this.#connection.stop();
  }

  /** As when a cable is pulled: no close frame, no goodbye. */
  cut() {
    this.#socket.terminate();
  }

  /** Stops reading from the socket, so that what the server sends piles up. */
  pause() {
    this.#socket._socket.pause();
  }

  resume() {
    this.#socket._socket.resume();
  }

  get changes() {
    return this.received.filter((m) => m.kind === "changed").map((m) => m.data);
  }

  /** All bytes that came over the socket, upgrade answer included. */
  get bytes() {
    return Buffer.concat(this.frames);
  }

  #recordingSocket() {
    const watcher = this;
    return class extends WebSocket {
      constructor(...args) {
        super(...args);
        watcher.#socket = this;
        this.on("upgrade", (response) => watcher.frames.push(Buffer.from(`${response.rawHeaders.join("\n")}\n`)));
        this.on("message", (data) => watcher.frames.push(Buffer.from(data)));
      }
    };
  }
}
