import type { Extract } from "../extracted";
import { FoundValues } from "../found";
import { Warnings } from "../warnings";
import { Reader } from "./reader";

/** Rich Text Format, as Word, WordPad and LibreOffice write it. */
export const extract: Extract = (bytes) => {
  const warnings = new Warnings();
  const reader = new Reader(warnings);
  reader.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"));
  const found = new FoundValues();
  found.add("title", reader.info.get("title"), "info title");
  found.add("author", reader.info.get("author"), "info author");
  found.add("published", dayOf(reader.info.get("creatim")), "info creatim");
  return { pieces: [...reader.lines.pieces, ...reader.notes], warnings: warnings.all(), found: found.all() };
};

/** The time is that of some zone which the file doesn't name; the day is kept. */
function dayOf(said: string | undefined): string | undefined {
  const part = (name: string) => new RegExp(`${name}(\\d+)`).exec(said ?? "")?.[1]?.padStart(2, "0");
  const [year, month, day] = [part("yr"), part("mo"), part("dy")];
  return year && month && day && !Number.isNaN(Date.parse(`${year}-${month}-${day}`))
    ? `${year}-${month}-${day}`
    : undefined;
}
