import { rawAnswer } from "./front-answers.mjs";

/**
 * The connections of a server and what each is doing, so that one that does nothing can be closed whatever Node's own
 * limits miss: a body that stops halfway, an answer that nobody reads, a connection on which nothing was said.
 */

/** @typedef {import("node:net").Socket} Socket */
/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */
/** @typedef {{ request: Request, response: Response, taken: boolean }} Exchange `taken`: the app works on it */

/** A connection's state, as far as it says what may be done about it. @typedef {"idle" | "arriving" | "working" | "leaving"} State */

export class Traffic {
  /** @type {Map<Socket, Exchange | undefined>} */
  #connections = new Map();

  /** @param {Socket} socket */
  connected(socket) {
    this.#connections.set(socket, undefined);
    socket.once("close", () => this.#connections.delete(socket));
  }

  /** @param {Request} request @param {Response} response @param {{ taken: boolean }} how */
  began(request, response, { taken }) {
    const { socket } = request;
    const exchange = { request, response, taken };
    this.#connections.set(socket, exchange);
    response.once("close", () => {
      if (this.#connections.get(socket) === exchange) this.#connections.set(socket, undefined);
    });
  }

  /** Requests that were taken and are not answered to the end. */
  get open() {
    return [...this.#connections.values()].filter((each) => each?.taken === true);
  }

  /** @param {Socket} socket @returns {State} */
  stateOf(socket) {
    const exchange = this.#connections.get(socket);
    if (!exchange) return "idle";
    if (!exchange.request.complete) return "arriving";
    return socket.writableLength > 0 ? "leaving" : "working";
  }

  /** @param {(state: State) => boolean} wanted @returns {Socket[]} */
  in(wanted) {
    return [...this.#connections.keys()].filter((socket) => wanted(this.stateOf(socket)));
  }

  /**
   * Ends an exchange whose request never arrived whole; nothing of it reached the database.
   * @param {Socket} socket @param {import("./front-answers.mjs").Refusal} refusal
   */
  cutShort(socket, refusal) {
    const begun = this.#connections.get(socket)?.response.headersSent;
    if (begun || socket.writableEnded) socket.destroy();
    else socket.end(rawAnswer(refusal), () => socket.destroy());
  }
}
