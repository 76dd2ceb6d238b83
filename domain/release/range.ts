/** Bytes `start` to `end`, without `end`. */
export type Range = { start: number; end: number };

/**
 * Which part of so many bytes a `Range` header asks for (RFC 9110, 14.2): undefined is all of it, also where several
 * parts or another unit are asked for; "beyond" asks for nothing that is there.
 */
export function rangeIn(header: string | null, length: number): Range | "beyond" | undefined {
  const [, first = "", last = ""] = header?.match(/^bytes=(\d*)-(\d*)$/) ?? [];
  if (first === "" && last === "") return undefined;
  if (first === "") {
    const wanted = Math.min(Number(last), length);
    return wanted === 0 ? "beyond" : { start: length - wanted, end: length };
  }
  const start = Number(first);
  if (start >= length) return "beyond";
  if (last !== "" && Number(last) < start) return undefined;
  return { start, end: last === "" ? length : Math.min(Number(last) + 1, length) };
}
