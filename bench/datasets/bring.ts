import type { Client } from "pg";
import { copyIn, corpus, type Owner } from "@/bench/datasets/corpus";
import { below, type Figure, figure } from "@/bench/figure";
import { ask, type Stage } from "@/bench/stage";

const runs = 5;
/** Reports and tags of one file. */
const size = { reports: 200, spans: 60 };

/** A file of our own into an empty project, from its check to the end of the job, against COPY of the same rows. */
export async function brought(stage: Stage, client: Client, owner: Owner): Promise<Figure[]> {
  const floors: number[] = [];
  const took: number[] = [];
  for (let nth = 0; nth <= runs; nth += 1) {
    const [from, into] = [await newProject(stage), await newProject(stage)];
    const rows = corpus({ ...owner, projectId: from }, size.reports, size.spans, 20_000_000 + nth * 1000);
    const floor = await copyIn(client, rows);
    const import_ = await timed(stage, into, await nativeFile(stage, from));
    // The first round warms both up.
    if (nth === 0) continue;
    floors.push(floor);
    took.push(import_);
  }
  const tags = size.reports * size.spans;
  return [
    figure(
      `COPY of ${size.reports} reports with ${tags} tags`,
      "s",
      floors.map((ms) => ms / 1000),
    ),
    figure(
      "native import of as many",
      "s",
      took.map((ms) => ms / 1000),
    ),
    figure(
      "… times COPY",
      "×",
      took.map((ms, nth) => ms / (floors[nth] ?? ms)),
      { budget: below(1.5) },
    ),
  ];
}

async function newProject(stage: Stage): Promise<string> {
  const slug = `p-${crypto.randomUUID().slice(0, 8)}`;
  const wish = { name: slug, slug, mode: "shared", languages: ["en"], preset: "conflict-monitor" };
  return (await ask<{ id: string }>(stage, "POST", "/projects", wish)).id;
}

async function nativeFile({ url, token }: Stage, projectId: string): Promise<Uint8Array> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/api/v1/projects/${projectId}/export?state=all&format=jsonl`, { headers });
  return new Uint8Array(await answer.arrayBuffer());
}

/** Milliseconds from asking for the job to its end; the file lies on the server already. */
async function timed(stage: Stage, projectId: string, file: Uint8Array): Promise<number> {
  const upload = await ask<{ id: string }>(stage, "POST", `/projects/${projectId}/uploads`, {});
  const headers = { authorization: `Bearer ${stage.token}`, "content-type": "application/octet-stream" };
  const place = `${stage.url}/api/v1/uploads/${upload.id}/files?name=dataset.jsonl`;
  const sent = await fetch(place, { method: "PUT", headers, body: Buffer.from(file) });
  if (!sent.ok) throw new Error(await sent.text());
  const data = { upload: upload.id, format: "jsonl", as: "as-in-file" };
  const began = performance.now();
  const job = await ask<{ id: string }>(stage, "POST", `/projects/${projectId}/jobs`, {
    kind: "import-annotated",
    data,
  });
  for (;;) {
    const { state, error } = await ask<{ state: string; error?: string }>(stage, "GET", `/jobs/${job.id}`);
    if (state === "done") return performance.now() - began;
    if (state !== "queued" && state !== "running") throw new Error(error ?? state);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
