import { type Item, keep, linesOf, type Position } from "../../data/annotated/keep";
import type { Keeping } from "../../data/annotated/writing";

/** Keeps records; of those that the database refuses the one that it is about is set aside, and nothing else. */
export async function keepAll(
  run: Keeping & { position: Position },
  items: readonly Item[],
  pieces: number,
  attempt = 1,
): Promise<string[]> {
  const { position } = run;
  const documents = items.filter((item) => item.is === "document" || item.whole).length;
  const after = { ...position, pieces, done: position.done + documents, lines: position.lines + linesOf(items) };
  try {
    const { touched, lines } = await keep(run, items, after);
    run.position = { ...after, lines };
    return touched;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const raced = code === "23505" || code === "40001" || code === "40P01";
    if (raced && attempt < 4) return keepAll(run, items, pieces, attempt + 1);
    if (!/^2[23]/.test(code)) throw error;
    if (items.length === 1) return keepAll(run, items.map(refusedByDatabase), pieces);
    const half = Math.ceil(items.length / 2);
    // Only the last of them is the position from which a crash goes on.
    const touched = await keepAll(run, items.slice(0, half), position.pieces);
    return [...touched, ...(await keepAll(run, items.slice(half), pieces))];
  }
}

function refusedByDatabase(item: Item): Item {
  if (item.is === "set-aside") return { ...item, record: "" };
  const { spot, report } = item.prepared;
  const reason =
    "The database can’t keep it as it is: it refers to something that is not there, or stands there twice.";
  const place = { file: spot.file, line: spot.line };
  return { is: "set-aside", ...place, reason, record: JSON.stringify({ title: report.title }), whole: true };
}
