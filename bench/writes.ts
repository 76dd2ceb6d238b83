import { atLeast, below, type Figure, figure } from "@/bench/figure";
import { load } from "@/bench/load";
import { newPaper, openStage, operationsOn, putsOn, type Stage } from "@/bench/stage";

/**
 * Annotations written through the API by 20 clients: one a request, against what the same server answers on an empty
 * route in the same run, and in batches of 500 by four clients.
 */

const clients = 20;
const runs = 5;
const single = { empty: 1000, puts: 1000 };
const batches = { clients: 4, count: 8, size: 500 };

export async function writes(): Promise<Figure[]> {
  const stage = await openStage();
  try {
    await written(stage, single.puts);
    const rounds: Round[] = [];
    for (let nth = 0; nth < runs; nth++) rounds.push(await round(stage));
    const all = <Key extends keyof Round>(key: Key) => rounds.map((each) => each[key]);
    return [
      figure("empty route, 20 clients", "requests/s", all("empty")),
      figure("annotation written, one a request, 20 clients", "requests/s", all("puts")),
      figure("… as a share of the empty route", "%", all("share"), { budget: atLeast(60) }),
      figure("… p99", "ms", all("p99"), { budget: below(100) }),
      figure("annotations written in batches of 500", "annotations/s", all("batched"), { budget: atLeast(10_000) }),
    ];
  } finally {
    await stage.stop();
  }
}

type Round = { empty: number; puts: number; share: number; p99: number; batched: number };

async function round(stage: Stage): Promise<Round> {
  const before = await emptyRoute(stage, single.empty);
  const puts = await written(stage, single.puts);
  const after = await emptyRoute(stage, single.empty);
  const empty = (before + after) / 2;
  return { empty, ...puts, share: (100 * puts.puts) / empty, batched: await batched(stage) };
}

async function emptyRoute({ url, token }: Stage, times: number): Promise<number> {
  const jobs = [{ method: "GET", path: "/api/health" }];
  return (await load({ url, token, clients, jobs, times })).perSecond;
}

/** Each client works in a report of its own, and two in each other's. */
async function written(stage: Stage, count: number): Promise<Pick<Round, "puts" | "p99">> {
  const papers = [];
  for (let nth = 0; nth < clients / 2; nth++) papers.push(await newPaper(stage, 1000));
  const each = papers.map((paper) => putsOn(paper, count / papers.length));
  const jobs = Array.from({ length: count / papers.length }, (_, nth) => each.flatMap((jobs) => jobs[nth] ?? []));
  const { perSecond, p99 } = await load({ ...stage, clients, jobs: jobs.flat() });
  return { puts: perSecond, p99 };
}

async function batched(stage: Stage): Promise<number> {
  const count = batches.count * batches.size;
  const paper = await newPaper(stage, 100_000);
  const operations = operationsOn(paper, count);
  const jobs = Array.from({ length: batches.count }, (_, nth) => ({
    method: "POST",
    path: `/api/v1/reports/${paper.id}/tags/batch`,
    body: { operations: operations.slice(nth * batches.size, (nth + 1) * batches.size) },
  }));
  const { perSecond } = await load({ ...stage, clients: batches.clients, jobs });
  return perSecond * batches.size;
}
