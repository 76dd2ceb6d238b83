import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { agreement } from "@/bench/agreement";
import { datasets } from "@/bench/datasets/datasets";
import { documents } from "@/bench/documents";
import { timeline } from "@/bench/events/timeline";
import type { Figure } from "@/bench/figure";
import { find } from "@/bench/find/find";
import { formatsOut } from "@/bench/formats";
import { map } from "@/bench/map";
import { motions } from "@/bench/motions";
import { reader } from "@/bench/reader";
import { review } from "@/bench/review";
import { firstStart, secondStart } from "@/bench/start";
import { suggestions } from "@/bench/suggestions/suggestions";
import { linesOf } from "@/bench/table";
import { waiting } from "@/bench/waiting";
import { writes } from "@/bench/writes";
import { root } from "@/scripts/root.mjs";
import { Sorry, say, step, tell } from "@/scripts/say.mjs";

/** Runs the benchmarks that were named, one after the other; `start`, `motions`, `datasets`, `find`, `formats` and `timeline` have to be named: they take minutes, or a report that is not everywhere. */

const benchmarks: Record<string, () => Promise<Figure[]>> = {
  agreement,
  writes,
  waiting,
  datasets,
  documents,
  find,
  formats: formatsOut,
  reader,
  review,
  map,
  motions,
  timeline,
  restart: secondStart,
  start: firstStart,
};
const folder = join(".cache", "bench");
const onlyWhenNamed = new Set(["start", "motions", "datasets", "find", "formats", "timeline"]);

function chosen(asked: readonly string[]): string[] {
  const known = Object.keys(benchmarks);
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Sorry(`There is no benchmark "${unknown}": say one of ${known.join(", ")}.`);
  return asked.length > 0 ? [...asked] : known.filter((name) => !onlyWhenNamed.has(name));
}

const machine = () =>
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}, Node ${process.versions.node}, ${new Date().toISOString()}`;

/** The figures of the last run of each benchmark are kept beside the builds. */
function keep(name: string, figures: readonly Figure[]): void {
  mkdirSync(join(root, folder), { recursive: true });
  const file = { benchmark: name, command: `npm run bench -- ${name}`, machine: machine(), figures };
  writeFileSync(join(root, folder, `${name}.json`), `${JSON.stringify(file, null, 2)}\n`);
}

await tell(async () => {
  const [first, texts] = process.argv.slice(2);
  if (first === "suggestions") benchmarks["suggestions"] = () => suggestions(texts);
  const names = first === "suggestions" ? [first] : chosen(process.argv.slice(2));
  const figures: Figure[] = [];
  for (const name of names) {
    const measured = await step(`Measuring ${name}`, () => benchmarks[name]?.() ?? []);
    keep(name, measured);
    figures.push(...measured);
  }
  say(machine());
  for (const line of linesOf(figures)) say(line);
  say(`Written to ${folder}`);
  return figures.some(({ kept }) => kept === false) ? 1 : 0;
});
