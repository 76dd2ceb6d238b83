import "server-only";
import { z } from "zod";
import { cursorOf } from "@/server/page";

const timeAndId = cursorOf(z.tuple([z.iso.datetime(), z.uuid()]));

/** Where a page's address says to go on in a list sorted by time; undefined for the start, and for a forged one. */
export function timeCursorIn(value: string | string[] | undefined): readonly [string, string] | undefined {
  return timeAndId.optional().catch(undefined).parse(value);
}
