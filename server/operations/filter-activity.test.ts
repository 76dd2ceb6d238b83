import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { ActivityQuery } from "@/server/http/paging";
import { changeReport } from "@/server/operations/change-report";
import { changeTags } from "@/server/operations/change-tags";
import { projectActivity, reportActivity } from "@/server/operations/read-activity";

let editor: Actor;
let nour: Actor;
let projectId: ProjectId;
let hama: BuiltReport;
let homs: BuiltReport;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace(), { role: "admin" });
  projectId = await aProject(editor);
  nour = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  hama = await aReport(editor, projectId, { title: "Hama" });
  homs = await aReport(editor, projectId, { title: "Homs" });
  const tags = (by: Actor, on: BuiltReport) => changeTags(by, on.reportId, [putAnnotation(anAnnotation(on, "Hama"))]);
  // An entry is never changed, so the one of an earlier day is written as it would have been.
  await sql.rows(
    `insert into entry (workspace_id, project_id, report_id, did, created_by, created_at)
     values ($1, $2, $3, 'tagged', $4, '2026-11-01T23:30:00Z')`,
    [editor.workspaceId, projectId, homs.reportId, nour.userId],
  );
  await tags(nour, hama);
  await tags(editor, homs);
  await tags(nour, hama);
  await changeReport(editor, hama.reportId, { outlet: "Wire" });
});

/** Who did what to which report, newest first. */
async function found(filters: Record<string, string>, limit = 50) {
  const lines = [];
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await projectActivity(editor, projectId, ActivityQuery.parse({ ...filters, limit, cursor }));
    if (!page.ok) throw new Error(page.failure.kind);
    for (const { by, did, reportTitle } of page.value.items)
      lines.push(`${by === nour.userId ? "nour" : "editor"} ${did} ${reportTitle ?? ""}`.trim());
    cursor = page.value.next;
  }
  return lines;
}

test.each([
  {
    when: "by a person",
    filters: () => ({ by: nour.userId }),
    lines: ["nour tagged Hama", "nour tagged Hama", "nour tagged Homs"],
  },
  { when: "by kind", filters: () => ({ kind: "reports" }), lines: ["editor changed-report Hama"] },
  { when: "by report", filters: () => ({ report: homs.reportId }), lines: ["editor tagged Homs", "nour tagged Homs"] },
  { when: "until a day, that day included", filters: () => ({ to: "2026-11-01" }), lines: ["nour tagged Homs"] },
  { when: "on a day with nothing", filters: () => ({ from: "2026-11-02", to: "2026-11-02" }), lines: [] },
  {
    when: "from the next day",
    filters: () => ({ from: "2026-11-02", kind: "tagging" }),
    lines: ["nour tagged Hama", "editor tagged Homs", "nour tagged Hama"],
  },
  {
    when: "by all of it at once",
    filters: () => ({ by: nour.userId, kind: "tagging", report: hama.reportId, from: "2026-11-02" }),
    lines: ["nour tagged Hama", "nour tagged Hama"],
  },
])("$when", async ({ filters, lines }) => {
  expect(await found(filters())).toEqual(lines);
  expect(await found(filters(), 1), "page by page").toEqual(lines);
});

test("a report's own activity is narrowed too", async () => {
  const page = await reportActivity(editor, hama.reportId, ActivityQuery.parse({ by: editor.userId }));
  expect(page.ok && page.value.items.map(({ did }) => did)).toEqual(["changed-report"]);
});
