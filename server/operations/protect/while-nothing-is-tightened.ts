import "server-only";
import { performance } from "node:perf_hooks";
import { type Door, hasTightened } from "@/server/data/protection/load";
import { sql } from "@/server/data/transaction";

/** Milliseconds between two looks. */
const between = 500;

/** A download was cut off, because permitted use was tightened while it went out. */
export class Tightened extends Error {}

/**
 * Lets a download go on for as long as nothing was tightened since it began. From then on nothing more of it leaves:
 * it ends without its end, so that nobody takes it for whole, and the next one holds to what is permitted now.
 */
export async function* whileNothingIsTightened(
  door: Door,
  version: number,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let looked = performance.now();
  for await (const chunk of chunks) {
    if (performance.now() - looked > between) {
      if (await hasTightened(sql, door, version)) throw new Tightened("Permitted use was tightened during a download.");
      looked = performance.now();
    }
    yield chunk;
  }
}
