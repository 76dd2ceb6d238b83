import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import { SuggestionSettings } from "@/domain/project/suggestion-settings";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { aWorkspace } from "@/prisma/builders/workspace";
import { findJob } from "@/server/data/jobs/jobs";
import { sql } from "@/server/data/transaction";
import { jobKindsHere } from "@/server/jobs/registry";
import { runJob } from "@/server/jobs/run";
import { changeProject } from "@/server/operations/change-project";
import { listSuggestions } from "@/server/operations/propose-tags";
import { startJob } from "@/server/operations/start-job";

const folder = mkdtempSync(join(tmpdir(), "engine-"));
let example: ChildProcess;
let url: string;
let editor: Actor;
let projectId: ProjectId;

/** A port that is free now. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const at = server.address();
      server.close(() => resolve(typeof at === "object" && at ? at.port : 0));
    });
  });

beforeAll(async () => {
  const port = await freePort();
  // Read once, at its first use.
  process.env["GLOSSATOR_ENGINES"] = `http://127.0.0.1:${port}`;
  url = `http://127.0.0.1:${port}/`;
  const guide = readFileSync("docs/ENGINE.md", "utf8");
  const code = /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? "";
  writeFileSync(join(folder, "engine.mjs"), code);
  example = spawn(process.execPath, [join(folder, "engine.mjs")], { env: { ...process.env, PORT: String(port) } });
  await new Promise((ready) => example.stdout?.once("data", ready));
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
});
afterAll(() => {
  example.kill();
  rmSync(folder, { recursive: true });
});

const settings = (service: { url: string; version: number }) =>
  changeProject(editor, projectId, { suggestions: SuggestionSettings.parse({ service }) });
async function read() {
  const started = await startJob(editor, projectId, { kind: "suggest", data: {} });
  if (!started.ok) throw new Error(started.failure.kind);
  await runJob({ workspaceId: editor.workspaceId, id: started.value.id }, jobKindsHere);
  return findJob(sql, editor.workspaceId, started.value.id);
}

describe("a service of one's own", () => {
  test("is refused where the operator lists none, in a sentence that says what was not done", async () => {
    const refused = await settings({ url: "https://example.org/propose", version: 1 });
    expect(JSON.stringify(refused)).toMatch(/suggestions\.service\.url.*not on this installation.*Nothing was sent/);
  });

  test("like the example of the documentation proposes beside the engines here, once for each version", async () => {
    expect(await settings({ url, version: 1 })).toMatchObject({ ok: true });
    const text = "😀 They met in Bisanah, and nobody knows why they met there.";
    const { reportId } = await aReport(editor, projectId, { text });
    expect(await read()).toMatchObject({ state: "done", result: { reports: 1, service: { asked: 1, left: 0 } } });
    const listed = await listSuggestions(editor, reportId);
    const all = listed.ok ? listed.value.items.filter(({ engine }) => engine === "service") : [];
    expect(all).toMatchObject([{ kind: "place", spans: [{ quote: "Bisanah" }], reason: { rule: "after-in" } }]);
    expect(await read()).toMatchObject({ result: { reports: 0, service: { asked: 0 } } });
  });

  test("that is away costs nothing but its own suggestions, and is given up after three reports", async () => {
    for (let nth = 0; nth < 5; nth += 1)
      await aReport(editor, projectId, { text: `Field sources said that the army reached Hama. ${nth}` });
    example.kill();
    await new Promise((gone) => example.once("exit", gone));
    const job = await read();
    expect(job).toMatchObject({ state: "done", result: { reports: 5, service: { asked: 3 } } });
    expect(JSON.stringify(job?.result)).toMatch(/could not be reached/);
    const [kept] = await sql.rows<{ reports: number }>(
      `select count(distinct report_id)::int as reports from suggestion
        where project_id = $1 and engine = 'words' and spans->0->>'quote' like '%army%'`,
      [projectId],
    );
    expect(kept?.reports).toBe(5);
  });
});
