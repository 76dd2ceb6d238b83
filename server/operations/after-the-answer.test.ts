import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { Result } from "@/domain/failure";
import { type ProjectId, TagId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, anOp, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { archiveProject } from "@/server/operations/archive-project";
import { putAssignment } from "@/server/operations/assign";
import { changeMember, removeMember } from "@/server/operations/change-member";
import { archiveReport, closeReport } from "@/server/operations/change-report";
import { changeTag } from "@/server/operations/change-tags";
import { openThread } from "@/server/operations/discuss";
import { openLayers } from "@/server/operations/open-layers";
import { changePersonOf } from "@/server/operations/people";

/** Once it was answered that somebody may not write any more, nothing of theirs that was under way still lands. */

let admin: Actor;
let ana: Actor;
let projectId: ProjectId;
let on: BuiltReport;

beforeAll(async () => {
  admin = await aPerson(await aWorkspace(), { role: "admin" });
});

async function desk(mode: "shared" | "independent") {
  projectId = await aProject(admin, { mode });
  ana = await joins(await aPerson(admin.workspaceId), projectId, "analyst");
  const ben = await joins(await aPerson(admin.workspaceId), projectId, "analyst");
  on = await aReport(admin, projectId);
  for (const { userId } of [ana, ben]) {
    const assigned = await putAssignment(admin, { reportId: on.reportId, userId }, { state: "assigned" });
    if (!assigned.ok) throw new Error(assigned.failure.kind);
  }
}

/** What was written so far, and by whom; two looks differ when something landed between them. */
const written = async (): Promise<unknown> =>
  sql.rows(
    `select t.id, t.version, t.state, v.created_at from tag t join tag_version v on v.tag_id = t.id
      where t.report_id = $1 order by t.id, v.number`,
    [on.reportId],
  );

type Ending = { when: string; mode: "shared" | "independent"; end: () => Promise<Result<unknown>> };

const endings: Ending[] = [
  {
    when: "a blind analyst submitted",
    mode: "independent",
    end: () => putAssignment(ana, { reportId: on.reportId, userId: ana.userId }, { state: "submitted" }),
  },
  {
    when: "their work was closed by an editor",
    mode: "independent",
    end: () => putAssignment(admin, { reportId: on.reportId, userId: ana.userId }, { state: "closed" }),
  },
  { when: "the report was closed", mode: "shared", end: () => closeReport(admin, on.reportId) },
  { when: "the report was archived", mode: "shared", end: () => archiveReport(admin, on.reportId) },
  { when: "the project was archived", mode: "shared", end: () => archiveProject(admin, projectId, true) },
  {
    when: "they were taken out of the project",
    mode: "shared",
    end: () => removeMember(admin, { projectId, userId: ana.userId }, "nobody"),
  },
  {
    when: "they became a reader",
    mode: "shared",
    end: () => changeMember(admin, { projectId, userId: ana.userId }, { role: "reader" }),
  },
  { when: "they were shut out", mode: "shared", end: () => changePersonOf(admin, ana.userId, { disabled: true }) },
];

/** Several tags in the making while it ends: on the words of the report, each by its own request. */
function writing() {
  const quotes = ["Hama", "left Hama", "Hundreds of people left Hama", "Night in the hills"];
  return Promise.all(
    Array.from({ length: 12 }, (_, nth) =>
      changeTag(
        ana,
        on.reportId,
        putAnnotation(
          { ...anAnnotation(on, quotes[nth % quotes.length] ?? "Hama", { kind: "place" }), opId: anOp() },
          newId(TagId),
        ),
      ),
    ),
  );
}

describe("nothing lands after", () => {
  test.each(endings)("$when", async ({ mode, end }) => {
    for (let round = 0; round < 6; round += 1) {
      await desk(mode);
      const started = writing();
      for (let turn = 0; turn < round; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const ended = await end();
      expect(ended).toMatchObject({ ok: true });
      const then = await written();
      const answers = await started;
      expect(await written()).toEqual(then);
      const kept = answers.filter(({ ok }) => ok).length;
      expect(kept).toBe((then as unknown[]).length);
      const late = await changeTag(ana, on.reportId, putAnnotation(anAnnotation(on, "Hama", { kind: "place" })));
      expect(late.ok).toBe(false);
    }
  });
});

test("what was decided on while layers were closed is not written once they are open", async () => {
  for (let round = 0; round < 6; round += 1) {
    await desk("independent");
    const started = writing();
    for (let turn = 0; turn < round; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    const opened = await openLayers(admin, on.reportId);
    if (!opened.ok) throw new Error(opened.failure.kind);
    await started;
    const late = await sql.rows(
      `select 1 from tag t join entry e on e.tag_id = t.id join report r on r.id = t.report_id
        where t.report_id = $1 and t.created_at < r.layers_opened_at
          and e.txid > (select max(o.txid) from entry o where o.report_id = $1 and o.did = 'opened-layers')
          and e.created_at > r.layers_opened_at`,
      [on.reportId],
    );
    expect(late).toEqual([]);
  }
});

test("a comment of somebody who was taken out of the project is not kept after that was answered", async () => {
  for (let round = 0; round < 6; round += 1) {
    await desk("shared");
    const asking = Promise.all(
      Array.from({ length: 6 }, () => openThread(ana, on.reportId, { target: { on: "report" }, body: "Who?" })),
    );
    for (let turn = 0; turn < round; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    const removed = await removeMember(admin, { projectId, userId: ana.userId }, "nobody");
    expect(removed.ok).toBe(true);
    const count = async () =>
      (
        await sql.rows("select 1 from comment c join thread h on h.id = c.thread_id where h.report_id = $1", [
          on.reportId,
        ])
      ).length;
    const then = await count();
    await asking;
    expect(await count()).toBe(then);
  }
});
