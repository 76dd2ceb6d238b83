import type { Codebook } from "@/domain/codebook/codebook";
import { columnQuestion, guessTargets, possibleTargets } from "@/domain/formats/table/targets";
import type { ImportCheck } from "@/domain/import/annotated";
import type { LastAsked } from "@/domain/import/suggest";
import type { SentFile } from "@/domain/interchange/reader";
import { tableUnits } from "./read";
import { sheetsIn } from "./sheets";

type Known = {
  codebook: Pick<Codebook, "labels">;
  /** What the project's last imports of tables were told, latest first. */
  before: readonly LastAsked[];
  answers: Readonly<Record<string, string>>;
};

/** Letters of a value that are shown as an example, and values of a column. */
const shown = { letters: 80, values: 3 };

/** What each column holds: as somebody says, as it was said before, or as its name says. And what offsets count. */
export async function tableQuestions(
  files: readonly SentFile[],
  { codebook, before, answers }: Known,
): Promise<ImportCheck["asks"]> {
  const asks = new Map<string, ImportCheck["asks"][number]>();
  const targets = possibleTargets(codebook);
  const told = (name: string) =>
    [answers, ...before.map((each) => each.answers ?? {})]
      .map((each) => each[name])
      .find((each) => each !== undefined && targets.includes(each));
  const { sheets } = await sheetsIn(files, shown.values);
  for (const { header, rows } of sheets) {
    const guessed = guessTargets(header, codebook);
    for (const [at, column] of header.entries()) {
      const name = `${columnQuestion}${column}`;
      if (column === "" || column.length > 200 || asks.has(name) || header.indexOf(column) !== at) continue;
      const answer = told(name) ?? guessed.get(column) ?? "";
      const examples = rows.map(({ cells }) => (cells[at] ?? "").trim().slice(0, shown.letters)).filter(Boolean);
      asks.set(name, { name, answers: targets, answer, examples });
    }
  }
  const unit = [answers, ...before.map((each) => each.answers ?? {})].map((each) => each["unit"]).find(Boolean);
  const answer = tableUnits.find((each) => each === unit) ?? "code point";
  return [...asks.values(), { name: "unit", answers: tableUnits, answer }];
}

/** The answers to all of them, such as reading the files needs. */
export const answersTo = (asks: ImportCheck["asks"]): Record<string, string> =>
  Object.fromEntries(asks.map(({ name, answer }) => [name, answer]));
