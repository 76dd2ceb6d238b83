/** What a record of a file is: a line, or a row of CSV, in which a quoted cell may hold line ends. */
export type RecordKind = "line" | "row";

/**
 * Cuts a text that comes in pieces into records, each with what ends it. Joined again they are the text, whatever it is;
 * `rest` answers what no line end follows.
 */
export function cutter(kind: RecordKind): { take(piece: string): string[]; rest(): string[] } {
  let open = "";
  let quoted = false;
  const passes = (piece: string, from: number, to: number) => {
    if (kind === "row" && hasOddQuotes(piece, from, to)) quoted = !quoted;
  };
  return {
    take(piece) {
      const records: string[] = [];
      let [from, at] = [0, 0];
      for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", at)) {
        passes(piece, at, end);
        at = end + 1;
        if (quoted) continue;
        records.push(open + piece.slice(from, at));
        open = "";
        from = at;
      }
      passes(piece, at, piece.length);
      open += piece.slice(from);
      return records;
    },
    rest() {
      const last = open;
      open = "";
      return last === "" ? [] : [last];
    },
  };
}

function hasOddQuotes(text: string, from: number, to: number): boolean {
  let odd = false;
  for (let at = text.indexOf('"', from); at >= 0 && at < to; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

/** The cells of one row of CSV (RFC 4180), quotes undone; a byte order mark before the first is left out. */
export function cellsOf(row: string): string[] {
  const cells: string[] = [];
  const text = row.replace(/^\uFEFF/, "").replace(/\r?\n$/, "");
  for (let at = 0; at <= text.length; ) {
    if (text[at] !== '"') {
      const end = text.indexOf(",", at);
      cells.push(text.slice(at, end < 0 ? undefined : end));
      at = end < 0 ? text.length + 1 : end + 1;
      continue;
    }
    let end = text.indexOf('"', at + 1);
    while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
    const close = end < 0 ? text.length : end;
    cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
    at = close + 2;
  }
  return cells;
}
