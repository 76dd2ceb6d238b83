import type { Client } from "pg";
import { copyIn, corpus, type Owner, type Rows } from "@/bench/datasets/corpus";
import { below, type Figure, figure } from "@/bench/figure";
import { ask, newPaper, operationsOn, type Stage } from "@/bench/stage";
import { longText } from "@/bench/text";

const runs = 5;
/** Reports and tags that are sent in, each run. */
const sentIn = { reports: 500, batches: 6, size: 1000 };

const isTag = ({ table }: Rows) => table.startsWith("tag");

/** The same rows by COPY and through the API: reports a hundred at a time, tags a thousand. */
export async function inwards(stage: Stage, client: Client, owner: Owner): Promise<Figure[]> {
  const all: { reportsFloor: number; reports: number; tagsFloor: number; tags: number }[] = [];
  for (let nth = 0; nth < runs; nth += 1) {
    const rows = corpus(owner, sentIn.reports, (sentIn.batches * sentIn.size) / sentIn.reports, 5_000_000 + nth * 1000);
    const reportsFloor = await copyIn(
      client,
      rows.filter((each) => !isTag(each)),
    );
    const tagsFloor = await copyIn(client, rows.filter(isTag));
    all.push({ reportsFloor, reports: await sendReports(stage, nth), tagsFloor, tags: await sendTags(stage) });
  }
  const of = (value: (run: (typeof all)[number]) => number) => all.map(value);
  return [
    figure(
      `COPY of ${sentIn.reports} reports`,
      "s",
      of((run) => run.reportsFloor / 1000),
    ),
    figure(
      "import of as many",
      "s",
      of((run) => run.reports / 1000),
    ),
    figure(
      "… times COPY",
      "×",
      of((run) => run.reports / run.reportsFloor),
      { budget: below(3) },
    ),
    figure(
      `COPY of ${sentIn.batches * sentIn.size} tags`,
      "s",
      of((run) => run.tagsFloor / 1000),
    ),
    figure(
      "as many in batches",
      "s",
      of((run) => run.tags / 1000),
    ),
    figure(
      "… times COPY",
      "×",
      of((run) => run.tags / run.tagsFloor),
      { budget: below(2.5) },
    ),
  ];
}

async function sendReports(stage: Stage, nth: number): Promise<number> {
  const about = (seed: number) => ({
    title: `Sent ${seed}`,
    outlet: "Hama Post",
    language: "en",
    text: longText(380, seed),
  });
  const parts = Array.from({ length: sentIn.reports / 100 }, (_, part) =>
    Array.from({ length: 100 }, (_, at) => about(9_000_000 + nth * 10_000 + part * 100 + at)),
  );
  const began = performance.now();
  for (const part of parts) await ask(stage, "POST", `/projects/${stage.projectId}/reports`, { reports: part });
  return performance.now() - began;
}

async function sendTags(stage: Stage): Promise<number> {
  const papers = [];
  for (let nth = 0; nth < sentIn.batches; nth += 1) papers.push(await newPaper(stage, 10_000));
  const sent = papers.map((paper) => ({ paper, operations: operationsOn(paper, sentIn.size) }));
  const began = performance.now();
  for (const { paper, operations } of sent) {
    await ask(stage, "POST", `/reports/${paper.id}/tags/batch`, { operations });
  }
  return performance.now() - began;
}
