import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { below, type Figure, figure, quantile } from "@/bench/figure";
import { type Job, load } from "@/bench/load";
import { ask, newPaper, openStage, putsOn, type Stage } from "@/bench/stage";

/**
 * Whether others wait while somebody sends or asks for something large: for each job how long it takes, how much memory
 * the app takes for it, and how fast an empty route and single writes of four others are answered meanwhile, against
 * the same before the job.
 */

/** Answers of each kind before the job; with fewer the 99th percentile is chance. */
const enough = 2000;
/** Answers of each kind that are sent for at once. */
const round = 200;

export type Large = { name: string; run: (stage: Stage) => Promise<unknown> };

const text = (title: string, words: string): Large => ({
  name: `import of ${title}`,
  run: (stage) =>
    ask(stage, "POST", `/projects/${stage.projectId}/reports`, { title, text: words, language: "en" }).catch(refused),
});

/** A refusal in words is an answer too; what counts here is what it costs the others. */
const refused = (error: unknown) => {
  if (!(error instanceof Error) || !/answered 4\d\d/.test(error.message)) throw error;
};

const paragraphs = (count: number) => "d\n\n".repeat(count);

const jobs: readonly Large[] = [
  text("10,000 paragraphs", `a ${paragraphs(10_000)}`),
  text("200,000 paragraphs", `b ${paragraphs(200_000)}`),
  text("666,666 paragraphs", `c ${paragraphs(666_666)}`),
  text("2,000,000 letters beyond the first plane", `d ${"𝒳".repeat(2_000_000)}`),
  text("400,000 words in one paragraph", `e ${"some word ".repeat(200_000)}`),
  {
    name: "report of 100,000 words with 10,000 tags made in batches",
    run: (stage) => newPaper(stage, 100_000, 10_000),
  },
  {
    name: "export of the whole project as JSON Lines",
    run: async ({ url, token, projectId }) => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${url}/api/v1/projects/${projectId}/export?format=jsonl&state=all`, { headers });
      if (!answer.ok) throw new Error(`The export answered ${answer.status}.`);
      await answer.arrayBuffer();
    },
  },
];

export async function waiting(): Promise<Figure[]> {
  const stage = await openStage();
  try {
    const figures: Figure[] = [];
    for (const job of jobs) figures.push(...(await beside(stage, job)));
    return figures;
  } finally {
    await stage.stop();
  }
}

/** What a job takes, and what it costs those who ask and write meanwhile. */
export async function beside(stage: Stage, { name, run }: Large): Promise<Figure[]> {
  const quiet = await others(stage, (answers) => answers < enough);
  const memory = watchMemory(stage.pid);
  const began = performance.now();
  let took = 0;
  const job = run(stage).finally(() => {
    took = performance.now() - began;
  });
  const [busy] = await Promise.all([others(stage, () => took === 0), job]);
  const ratio = (of: keyof Latencies) => p99(busy[of]) / p99(quiet[of]);
  return [
    figure(name, "s", [took / 1000]),
    figure("… memory that the app took at most beyond what it had", "MB", [await memory.most()]),
    figure("… p99 of an empty route, against the same without the job", "×", [ratio("empty")], { budget: below(2) }),
    figure("… p99 of single writes, against the same without the job", "×", [ratio("writes")], { budget: below(2) }),
    figure("… longest wait of anybody", "ms", [Math.max(...busy.empty, ...busy.writes)]),
    figure("… answers that were waited for", "answers", [busy.empty.length + busy.writes.length]),
  ];
}

/** Milliseconds that each answer took. */
type Latencies = { empty: number[]; writes: number[] };

const p99 = (values: readonly number[]) =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.99,
  );

/** Two people ask an empty route and two write, round after round of equal length as long as `more` says. */
async function others(stage: Stage, more: (answers: number) => boolean): Promise<Latencies> {
  const paper = await newPaper(stage, 2000);
  const all: Latencies = { empty: [], writes: [] };
  const send = async (jobs: readonly Job[]) => (await load({ ...stage, clients: 2, jobs, times: round })).latencies;
  do {
    const [empty, writes] = await Promise.all([
      send([{ method: "GET", path: "/api/health" }]),
      send(putsOn(paper, round)),
    ]);
    all.empty.push(...empty);
    all.writes.push(...writes);
  } while (more(all.writes.length));
  return all;
}

/** Looks at a process's memory until it is asked for the most that was added, in megabytes; NaN where nobody tells. */
function watchMemory(pid: number) {
  const now = () => {
    try {
      return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  };
  const first = now();
  let most = first;
  let ended = false;
  const watched = (async () => {
    while (!ended) {
      most = Math.max(most, now());
      await sleep(20);
    }
  })();
  return {
    async most() {
      ended = true;
      await watched;
      return most - first;
    },
  };
}
