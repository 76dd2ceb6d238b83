import { vi } from "vitest";
import { z } from "zod";
import type { Actor } from "@/domain/access/actor";
import type { ReportId } from "@/domain/ids";
import { type LiveEntry, liveEvents } from "@/domain/live/live-event";
import type { Position } from "@/domain/live/position";
import { sealPosition, unsealPosition } from "@/server/live/sealed-position";
import { follow } from "@/server/operations/follow";

/** One event as a client reads it. */
export type Heard = { id: string; event: string; data: Record<string, unknown> };

export type Listening = {
  heard: Heard[];
  /** The entries heard so far. */
  entries: () => LiveEntry[];
  /** Waits until that is so. */
  until: (so: () => void) => Promise<void>;
  position: () => Position | undefined;
  ended: Promise<void>;
  close: () => Promise<void>;
};

/** Milliseconds; far above what any entry needs. It waits for whatever runs on the server, in the databases of other tests too. */
const patience = 60_000;

/** Reads a stream as a browser does. */
export async function listen(
  actor: Actor,
  more: { reportId?: ReportId; after?: Position | string | undefined } = {},
): Promise<Listening> {
  const stream = await follow(actor, { reportId: more.reportId, after: placeOf(actor, more.after) });
  if (!stream.ok) throw new Error(JSON.stringify(stream.failure));
  const reader = stream.value.getReader();
  const decoder = new TextDecoder();
  const heard: Heard[] = [];
  const ended = (async () => {
    let text = "";
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      text += decoder.decode(read.value, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      heard.push(...blocks.map(readBlock));
    }
  })();
  return {
    heard,
    entries: () => heard.filter(({ event }) => event === "entry").map(({ data }) => liveEvents.entry.parse(data)),
    until: (so) => vi.waitFor(so, { timeout: patience, interval: 20 }),
    position: () => unsealPosition(actor, heard.at(-1)?.id ?? ""),
    ended,
    close: () => reader.cancel(),
  };
}

const placeOf = (actor: Actor, after: Position | string | undefined) =>
  typeof after === "object" ? sealPosition(actor, after) : after;

const Data = z.record(z.string(), z.unknown());

function readBlock(block: string): Heard {
  const field = (name: string) =>
    block
      .split("\n")
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2) ?? "";
  return { id: field("id"), event: field("event"), data: Data.parse(JSON.parse(field("data"))) };
}
