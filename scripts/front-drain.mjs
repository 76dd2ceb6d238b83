import { setTimeout as sleep } from "node:timers/promises";
import { stopping } from "./front-answers.mjs";

/**
 * The end of a server that people are working with: from the first moment nothing new is begun, what was begun is
 * finished, and whoever asks meanwhile is told to come back.
 */

/** @typedef {import("./front-traffic.mjs").Traffic} Traffic */

/** Milliseconds. */
export const patience = {
  /** Who keeps a connection open may have just sent the next request: it is answered, not cut. */
  linger: 300,
  /** A request that is on its way may arrive; one that was sent by half may not hold us. */
  arrival: 1000,
  /** An answer may take so long to leave; `scripts/serve.mjs` waits a little longer. */
  answer: 12_000,
  /** Before and after we stop listening: whoever came in just then is still told. */
  farewell: 100,
};
const look = 20;

/** Refusals that wait until nobody can come in any more, so that a client that asks again at once is not cut off. */
export class Doorway {
  /** @type {(() => void)[] | undefined} */
  #held;

  /** @param {() => void} refuse */
  answer(refuse) {
    if (this.#held) this.#held.push(refuse);
    else refuse();
  }

  hold() {
    this.#held = [];
  }

  release() {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const refuse of held) refuse();
  }
}

/**
 * @param {Traffic} traffic @param {Doorway} doorway @param {() => void} stopListening
 * @returns {Promise<number>} how many answers were cut off
 */
export async function drain(traffic, doorway, stopListening) {
  const cut = await finish(traffic);
  doorway.hold();
  await sleep(patience.farewell);
  stopListening();
  doorway.release();
  await sleep(patience.farewell);
  return cut;
}

/** @param {Traffic} traffic */
async function finish(traffic) {
  const began = Date.now();
  for (const each of traffic.open) if (each) sayClose(each.response);
  for (;;) {
    await sleep(look);
    const waited = Date.now() - began;
    if (waited > patience.arrival) {
      for (const socket of traffic.in((state) => state === "arriving")) traffic.cutShort(socket, stopping);
    }
    const { length: open } = traffic.open;
    if (open === 0 && waited > patience.linger) return 0;
    if (waited > patience.answer) return open;
  }
}

/** The last answer on its connection. @param {import("node:http").ServerResponse} response */
export function sayClose(response) {
  const { socket } = response;
  if (!response.headersSent) response.setHeader("connection", "close");
  // An answer that had begun as one of many ends its connection by itself.
  else response.once("finish", () => socket?.destroySoon());
}
