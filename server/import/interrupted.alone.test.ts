import { expect, test, vi } from "vitest";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { importSent } from "@/server/import/sent";

let full = "";

/** The disk is full for reports with this title: as PostgreSQL would say it, without making others wait. */
async function whileRefused<T>(title: string, work: () => Promise<T>): Promise<T> {
  full = title;
  try {
    return await work();
  } finally {
    full = "";
  }
}

vi.mock(import("@/server/data/new-reports"), async (load) => {
  const real = await load();
  const addReports: typeof real.addReports = async (tx, actor, projectId, those) => {
    if (those.every(({ provenance }) => provenance.title !== full)) return real.addReports(tx, actor, projectId, those);
    throw Object.assign(new Error("could not extend file: No space left on device"), { code: "53100" });
  };
  return { ...real, addReports };
});

/** The first of them is so long that it is kept for itself, the others are kept together. */
const reports = (...titles: string[]) =>
  JSON.stringify({
    reports: titles.map((title, at) => ({ title, text: `What ${title} says. `.repeat(at === 0 ? 30_000 : 1) })),
  });

test("an import that is interrupted says what was kept; sent again, it brings the rest", async () => {
  const editor = await aPerson(await aWorkspace());
  const projectId = await aProject(editor);
  const send = (body: string) =>
    importSent(
      editor,
      projectId,
      new Request("http://localhost/", { method: "POST", body, headers: { "content-type": "application/json" } }),
    );
  const unkept = { status: "refused", outcome: "refused", problem: { status: 507 } };
  const all = reports("First of them", "Second of them", "Third of them");
  expect(await whileRefused("Second of them", () => send(all))).toMatchObject({
    ok: true,
    value: { status: 200, body: { results: [{ status: "ok" }, unkept, unkept] } },
  });
  expect(await sql.rows("select title from report where project_id = $1", [projectId])).toEqual([
    { title: "First of them" },
  ]);
  expect(await send(all)).toMatchObject({
    value: { body: { results: [{ outcome: "duplicate" }, { status: "ok" }, { status: "ok" }] } },
  });
  const other = reports("Fourth of them", "Fifth of them");
  expect(await whileRefused("Fourth of them", () => send(other))).toMatchObject({
    failure: { kind: "unavailable", reason: "disk-full" },
  });
});
