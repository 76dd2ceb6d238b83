import { Client } from "pg";
import { ownerOf } from "@/bench/datasets/datasets";
import { below, type Figure, figure, p95 } from "@/bench/figure";
import { bringReports, wordOf } from "@/bench/find/corpus";
import { openStage, type Stage } from "@/bench/stage";

/**
 * Searches and concordances over reports of 60 words, built with COPY: first few, then as many as
 * `GLOSSATOR_BENCH_REPORTS` says last ("10000,1000000" unless given), through the API of the production build.
 */
const sizes = (process.env["GLOSSATOR_BENCH_REPORTS"] ?? "10000,1000000").split(",").map(Number);
const rounds = 5;
const asks = 10;

/** From words that are in most reports to one that is in none; the numbers are ranks by frequency. */
const queries = {
  "very frequent word": wordOf(3),
  "frequent word": wordOf(40),
  word: wordOf(400),
  "rare word": wordOf(4000),
  "very rare word": wordOf(30_000),
  "two words": `${wordOf(20)} ${wordOf(300)}`,
  phrase: `"${wordOf(2)} ${wordOf(9)}"`,
  "beginning of words": `${wordOf(500)}*`,
  "word without another": `${wordOf(100)} -${wordOf(5)}`,
  "word of no report": "nowhere",
};
const words = ["very frequent word", "frequent word", "word", "rare word", "very rare word"] as const;

export async function find(): Promise<Figure[]> {
  const stage = await openStage();
  const client = new Client({ connectionString: stage.databaseUrl });
  try {
    await client.connect();
    const owner = await ownerOf(client, stage);
    const figures: Figure[] = [];
    const smallest = new Map<string, number>();
    for (const [nth, size] of sizes.entries()) {
      await bringReports(client, owner, sizes[nth - 1] ?? 0, size);
      const measured = await measure(stage, size);
      for (const { name, each } of measured) {
        figures.push(each);
        const first = smallest.get(name);
        if (first === undefined) smallest.set(name, each.median);
        else figures.push(figure(`${name}, times that of ${sizes[0]}`, "×", [each.median / first], flat(name)));
      }
    }
    return figures;
  } finally {
    await client.end();
    await stage.stop();
  }
}

/** All kinds of words at once are held against a budget; each alone is told, to see what is slow. */
const flat = (name: string) => (name.startsWith("…") ? {} : { budget: below(1.3) });

async function measure(stage: Stage, size: number): Promise<{ name: string; each: Figure }[]> {
  const at = (name: string) => `${name}, ${size.toLocaleString("en")} reports`;
  const searched = await timed(stage, Object.entries(queries), (q) => `/search?project=${stage.projectId}&q=${q}`);
  const shown = words.map((name): [string, string] => [name, queries[name]]);
  const concordance = (sort: string) => (q: string) =>
    `/projects/${stage.projectId}/concordance?sort=${sort}&limit=50&q=${q}`;
  const lines = await timed(stage, shown, concordance("newest"));
  const sorted = await timed(stage, shown, concordance("left"), 1);
  const [search, page, left] = ["search newest first, p95", "concordance, first page, p95", "concordance sorted, p95"];
  return [
    { name: search, each: figure(at(search), "ms", searched.rounds, { budget: below(60) }) },
    ...searched.each.map(([name, runs]) => ({ name: `… ${name}`, each: figure(at(`… ${name}`), "ms", runs) })),
    { name: page, each: figure(at(page), "ms", lines.rounds, { budget: below(200) }) },
    { name: `… ${left}`, each: figure(at(left), "ms", sorted.rounds) },
  ];
}

/** The 95th percentile of each round over all queries, and of each query over all rounds; a first round warms up. */
async function timed(
  { url, token }: Stage,
  asked: readonly [string, string][],
  pathOf: (q: string) => string,
  times = asks,
): Promise<{ rounds: number[]; each: [string, number[]][] }> {
  const each = new Map<string, number[]>(asked.map(([name]) => [name, []]));
  const all: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const took: number[] = [];
    for (const [name, q] of asked) {
      const runs: number[] = [];
      for (let nth = 0; nth < times; nth += 1) {
        runs.push(await millisecondsOf(`${url}/api/v1${pathOf(encodeURIComponent(q))}`, token));
      }
      took.push(...runs);
      if (round > 0) each.get(name)?.push(p95(runs));
    }
    if (round > 0) all.push(p95(took));
  }
  return { rounds: all, each: [...each] };
}

async function millisecondsOf(address: string, token: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${text}`);
  return performance.now() - began;
}
