import { Client } from "pg";
import { to } from "pg-copy-streams";
import { brought } from "@/bench/datasets/bring";
import { copyIn, corpus, type Owner } from "@/bench/datasets/corpus";
import { nativeOf, tablesOf } from "@/bench/datasets/floors";
import { inwards } from "@/bench/datasets/inwards";
import { below, type Figure, figure } from "@/bench/figure";
import { openStage, type Stage } from "@/bench/stage";
import { beside } from "@/bench/waiting";

/**
 * Datasets out and in against PostgreSQL's own COPY of the same columns and rows, in turns in the same run. The size is
 * `GLOSSATOR_BENCH_ANNOTATIONS`, 60,000 unless given; 60 annotations a report of 400 words.
 */

export const spans = 60;
export const reports = Math.max(1, Math.round(Number(process.env["GLOSSATOR_BENCH_ANNOTATIONS"] ?? 60_000) / spans));
export const annotationsIn = reports * spans;
const runs = 5;

export async function datasets(): Promise<Figure[]> {
  const stage = await openStage();
  const client = new Client({ connectionString: stage.databaseUrl });
  try {
    await client.connect();
    const owner = await ownerOf(client, stage);
    for (let made = 0; made < reports; made += 1000) {
      await copyIn(client, corpus(owner, Math.min(1000, reports - made), spans, 1_000_000 + made));
    }
    await client.query("analyze");
    const out = await outwards(stage, client);
    const inward = [...(await inwards(stage, client, owner)), ...(await brought(stage, client, owner))];
    const others = await beside(stage, {
      name: "native export, of others' wait",
      run: () => download(stage, "format=jsonl"),
    });
    const tables = await beside(stage, {
      name: "export of all tables, of others' wait",
      run: () => download(stage, "format=csv"),
    });
    return [...out, ...inward, ...others, ...tables];
  } finally {
    await client.end();
    await stage.stop();
  }
}

export async function ownerOf(client: Client, { projectId }: Stage): Promise<Owner> {
  const { rows } = await client.query<Owner>(
    `select workspace_id as "workspaceId", id as "projectId", created_by as "userId" from project where id = $1`,
    [projectId],
  );
  const [owner] = rows;
  if (!owner) throw new Error("There is no project to export.");
  return owner;
}

/** Milliseconds, bytes, and milliseconds until the first of them. */
type Download = { took: number; bytes: number; first: number };

export async function download({ url, token, projectId }: Stage, query: string): Promise<Download> {
  const began = performance.now();
  const headers = { authorization: `Bearer ${token}`, "accept-encoding": "identity" };
  const answer = await fetch(`${url}/api/v1/projects/${projectId}/export?state=all&${query}`, { headers });
  if (!answer.ok || !answer.body) throw new Error(`The export answered ${answer.status}: ${await answer.text()}`);
  let [bytes, first] = [0, 0];
  const body: AsyncIterable<Uint8Array> = answer.body;
  for await (const chunk of body) {
    if (bytes === 0) first = performance.now() - began;
    bytes += chunk.byteLength;
  }
  return { took: performance.now() - began, bytes, first };
}

async function copyOut(client: Client, select: string): Promise<number> {
  const began = performance.now();
  const rows: AsyncIterable<Buffer> = client.query(to(`copy (${select}) to stdout`));
  for await (const _ of rows);
  return performance.now() - began;
}

async function copiesOut(client: Client, selects: readonly string[]): Promise<number> {
  let took = 0;
  for (const select of selects) took += await copyOut(client, select);
  return took;
}

async function outwards(stage: Stage, client: Client): Promise<Figure[]> {
  const tables = tablesOf(stage.projectId);
  const all: OutRun[] = [];
  for (let nth = 0; nth <= runs; nth += 1) {
    const nativeFloor = await copiesOut(client, nativeOf(stage.projectId));
    const native = await download(stage, "format=jsonl");
    const tableFloor = await copyOut(client, tables["annotations"] ?? "");
    const table = await download(stage, "format=csv&layer=annotations");
    const tablesFloor = await copiesOut(client, Object.values(tables));
    const archive = await download(stage, "format=csv");
    // The first round warms both up.
    if (nth > 0) all.push({ nativeFloor, native, tableFloor, table, tablesFloor, archive });
  }
  const of = (value: (run: OutRun) => number) => all.map(value);
  const annotations = annotationsIn;
  return [
    figure(
      `COPY of what the native format holds, ${annotations} annotations`,
      "s",
      of((run) => run.nativeFloor / 1000),
    ),
    figure(
      "native export",
      "s",
      of((run) => run.native.took / 1000),
    ),
    figure(
      "… times COPY",
      "×",
      of((run) => run.native.took / run.nativeFloor),
      { budget: below(2) },
    ),
    figure(
      "… to the first byte",
      "ms",
      of((run) => run.native.first),
      { budget: below(500) },
    ),
    figure(
      "… bytes a span",
      "bytes",
      of((run) => run.native.bytes / annotations),
      { budget: below(450) },
    ),
    figure(
      "COPY of what the table of annotations holds",
      "s",
      of((run) => run.tableFloor / 1000),
    ),
    figure(
      "export of that table",
      "s",
      of((run) => run.table.took / 1000),
    ),
    figure(
      "… times COPY",
      "×",
      of((run) => run.table.took / run.tableFloor),
      { budget: below(1.5) },
    ),
    figure(
      "COPY of what all tables hold",
      "s",
      of((run) => run.tablesFloor / 1000),
    ),
    figure(
      "export of all tables, zipped",
      "s",
      of((run) => run.archive.took / 1000),
    ),
    figure(
      "… times COPY",
      "×",
      of((run) => run.archive.took / run.tablesFloor),
      { budget: below(3) },
    ),
    figure(
      "… to the first byte",
      "ms",
      of((run) => run.archive.first),
      { budget: below(500) },
    ),
  ];
}

type OutRun = {
  nativeFloor: number;
  native: Download;
  tableFloor: number;
  table: Download;
  tablesFloor: number;
  archive: Download;
};
