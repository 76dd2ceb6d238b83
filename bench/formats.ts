import { readFileSync } from "node:fs";
import { Client } from "pg";
import { copyIn, corpus } from "@/bench/datasets/corpus";
import { annotationsIn, download, ownerOf, reports, spans } from "@/bench/datasets/datasets";
import { atLeast, below, type Figure, figure } from "@/bench/figure";
import { openStage } from "@/bench/stage";
import { type Format, fileAlone } from "@/domain/formats/format";
import { formats } from "@/domain/formats/registry";

/**
 * How fast each format leaves, over the API from a database of `GLOSSATOR_BENCH_ANNOTATIONS` (60,000 unless given), and what the
 * app’s process takes for it. Text formats and Parquet have a budget; binary ones that compress as they go are only told.
 */

const runs = 3;
const compressed = new Set(["xlsx", "spacy", "hugging-face"]);

export async function formatsOut(): Promise<Figure[]> {
  const stage = await openStage();
  const client = new Client({ connectionString: stage.databaseUrl });
  try {
    await client.connect();
    const owner = await ownerOf(client, stage);
    for (let made = 0; made < reports; made += 1000) {
      await copyIn(client, corpus(owner, Math.min(1000, reports - made), spans, 2_000_000 + made));
    }
    await client.query("analyze");
    const figures: Figure[] = [];
    for (const format of formats) {
      const query = queryOf(format);
      await download(stage, query);
      const idle = memoryOf(stage.pid);
      const watch = watching(stage.pid);
      const took: number[] = [];
      for (let nth = 0; nth < runs; nth += 1) took.push((await download(stage, query)).took);
      const most = watch.end();
      const speeds = took.map((each) => Math.round(annotationsIn / (each / 1000)));
      const more = compressed.has(format.id) ? {} : { budget: atLeast(60_000) };
      figures.push(figure(`${format.id}: out`, "annotations/s", speeds, more));
      figures.push(figure("… memory above idle", "MB", [Math.max(0, most - idle)], { budget: below(150) }));
    }
    return figures;
  } finally {
    await client.end();
    await stage.stop();
  }
}

/** The format’s own file, without what stands beside it in the archive. */
function queryOf({ id, files }: Format): string {
  const alone = fileAlone(files);
  const layer = id === "csv" || id === "parquet" ? "annotations" : files[0]?.layer;
  return alone || layer === undefined ? `format=${id}` : `format=${id}&layer=${layer}`;
}

/** Megabytes that a process has in memory. */
function memoryOf(pid: number): number {
  const said = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(said ?? 0) / 1024);
}

function watching(pid: number) {
  let most = memoryOf(pid);
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(pid));
  }, 50);
  return {
    end(): number {
      clearInterval(timer);
      return most;
    },
  };
}
