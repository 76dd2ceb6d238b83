import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { Result } from "@/domain/failure";
import { type ProjectId, ReleaseId, TagId } from "@/domain/ids";
import { type DecideRelease, DecideRelease as Said } from "@/domain/release/release";
import { Decide } from "@/domain/verdict";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { makingRelease } from "@/server/jobs/kinds/make-release";
import { runJob } from "@/server/jobs/run";
import { newId } from "@/server/new-id";
import { changeProject } from "@/server/operations/change-project";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnRelease } from "@/server/operations/decide-release";
import { decideOnTag } from "@/server/operations/decide-tags";
import { takeRelease } from "@/server/operations/download-release";
import { takeDelta } from "@/server/operations/release-delta";
import { listReleases, readRelease, withdrawRelease } from "@/server/operations/releases";
import { startJob } from "@/server/operations/start-job";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

let [editor, reviewer, analyst]: Actor[] = [];
let projectId: ProjectId;
let on: BuiltReport;
let waiting: ReleaseId;
const who = () => {
  if (!editor || !reviewer || !analyst) throw new Error("Nobody is here yet.");
  return { editor, reviewer, analyst };
};

async function made(by: Actor): Promise<ReleaseId> {
  const data = { title: "Hama", licence: "CC-BY-4.0", creators: ["A desk"] };
  const { id } = value(await startJob(by, projectId, { kind: "make-release", data }));
  await runJob({ workspaceId: by.workspaceId, id }, [makingRelease]);
  return ReleaseId.parse(id);
}
const digestOf = async (id: ReleaseId) => value(await readRelease(who().editor, id)).digest;
const said = async (more: Partial<DecideRelease> = {}): Promise<DecideRelease> =>
  Said.parse({ decision: "approve", digest: await digestOf(waiting), ...more });
const seenBy = async (actor: Actor) =>
  value(await listReleases(actor, { projectId, after: undefined, limit: 50 })).items.map(({ id }) => id);
const inboxOf = async ({ userId }: Actor) =>
  (
    await sql.rows<{ line: string }>(
      "select kind || ' ' || count as line from notification where user_id = $1 and project_id = $2 and kind like 'release-%' order by created_at, id",
      [userId, projectId],
    )
  ).map(({ line }) => line);
const told = async () =>
  (
    await sql.rows<{ did: string }>(
      "select did from entry where project_id = $1 and did like '%-release' order by id",
      [projectId],
    )
  ).map(({ did }) => did);

beforeAll(async () => {
  editor = await aPerson(await aWorkspace(), { name: "Ed" });
});

beforeEach(async () => {
  if (!editor) return;
  projectId = await aProject(editor);
  value(await changeProject(editor, projectId, { releaseApproval: true }));
  analyst = await joins(await aPerson(editor.workspaceId, { name: "Ana" }), projectId, "analyst");
  reviewer = await joins(await aPerson(editor.workspaceId, { name: "Rev" }), projectId, "reviewer");
  on = await aReport(editor, projectId, { title: "One", language: "en" });
  const id = newId(TagId);
  value(
    await changeTag(
      analyst,
      on.reportId,
      putAnnotation(anAnnotation(on, "Hama", { kind: "place", attributes: {} }), id),
    ),
  );
  value(await decideOnTag(reviewer, { id, type: "annotation" }, Decide.parse({ decision: "accept", version: 1 })));
  waiting = await made(editor);
});

describe("a release in a project that asks for a second person", () => {
  test("is frozen and waits, seen by those who may approve it and by nobody else, who are told", async () => {
    expect(value(await readRelease(who().editor, waiting))).toMatchObject({ state: "waiting", number: 1 });
    expect(await seenBy(who().reviewer)).toEqual([waiting]);
    expect(await seenBy(who().analyst)).toEqual([]);
    expect(await takeRelease(who().analyst, waiting)).toMatchObject({ failure: { kind: "not-found" } });
    expect(value(await takeRelease(who().reviewer, waiting)).fileName).toMatch(/not approved\.zip$/);
    expect(await inboxOf(who().reviewer)).toEqual(["release-asked 1"]);
    expect([await inboxOf(who().analyst), await inboxOf(who().editor)]).toEqual([[], []]);
    expect(await told()).not.toContain("made-release");
  });

  test("is told to webhooks when it is approved, and not before", async () => {
    const { workspaceId, userId } = who().editor;
    const webhook = crypto.randomUUID();
    await sql.rows(
      `insert into webhook (workspace_id, id, project_id, url, kinds, secret, created_by, updated_by)
       values ($1, $2, $3, 'http://127.0.0.1:9/hook', array['released'], 'sealed', $4, $4)`,
      [workspaceId, webhook, projectId, userId],
    );
    const deliveries = () =>
      sql.rows<{ kind: string }>("select kind from webhook_delivery where webhook_id = $1", [webhook]);
    await made(who().editor);
    expect(await deliveries()).toEqual([]);
    value(await decideOnRelease(who().reviewer, waiting, await said()));
    expect(await deliveries()).toEqual([{ kind: "released" }]);
  });

  test("is never approved by whoever asked, nor by somebody who may not decide", async () => {
    expect(await decideOnRelease(who().editor, waiting, await said())).toMatchObject({
      failure: { kind: "forbidden", reason: "own-release" },
    });
    expect(await decideOnRelease(who().analyst, waiting, await said())).toMatchObject({
      failure: { reason: "needs-reviewer" },
    });
    expect(value(await readRelease(who().editor, waiting)).state).toBe("waiting");
  });

  test("is there for others once another approved it, who asked is told, and nothing of it changed", async () => {
    const digest = await digestOf(waiting);
    expect(value(await decideOnRelease(who().reviewer, waiting, await said({ reason: "Checked" })))).toMatchObject({
      state: "made",
      digest,
      decided: { byName: "Rev", approved: true, reason: "Checked" },
    });
    expect(await seenBy(who().analyst)).toEqual([waiting]);
    expect(await inboxOf(who().editor)).toEqual(["release-approved 1"]);
    expect(await inboxOf(who().reviewer)).toEqual([]);
    expect((await told()).slice(0, 2)).toEqual(["asked-release", "approved-release"]);
    expect(await decideOnRelease(who().reviewer, waiting, await said())).toMatchObject({
      failure: { kind: "conflict", reason: expect.stringMatching(/Rev approved release 1 before/) },
    });
  });

  test("is declined with a reason: its files go, the next one is compared with an approved one", async () => {
    expect(Said.safeParse({ decision: "decline", digest: "a".repeat(64), reason: " " }).success).toBe(false);
    value(
      await decideOnRelease(who().reviewer, waiting, await said({ decision: "decline", reason: "A name is in it" })),
    );
    expect(value(await readRelease(who().editor, waiting))).toMatchObject({ state: "declined", number: 1 });
    expect(await sql.rows("select 1 from release_part where release_id = $1", [waiting])).toEqual([]);
    expect(await takeRelease(who().editor, waiting)).toMatchObject({
      failure: { kind: "conflict", reason: expect.stringMatching(/was declined/) },
    });
    expect(await withdrawRelease(who().editor, waiting, { reason: "No" })).toMatchObject({
      failure: { kind: "conflict" },
    });
    expect(await inboxOf(who().editor)).toEqual(["release-declined 1"]);
    expect(await seenBy(who().analyst)).toEqual([]);
    const next = await made(who().editor);
    expect(value(await readRelease(who().editor, next))).toMatchObject({ number: 2, state: "waiting" });
    expect(await takeDelta(who().editor, next, waiting)).toMatchObject({ failure: { kind: "conflict" } });
  });

  test("is taken back by whoever asked", async () => {
    const back = await said({ decision: "decline", reason: "Too early" });
    expect(value(await decideOnRelease(who().editor, waiting, back))).toMatchObject({
      state: "declined",
      decided: { byName: "Ed" },
    });
    expect(await inboxOf(who().reviewer)).toEqual([]);
  });

  test("is not approved by another digest, nor once something else is protected", async () => {
    const other = await said({ digest: "a".repeat(64) });
    expect(await decideOnRelease(who().reviewer, waiting, other)).toMatchObject({ failure: { kind: "conflict" } });
    await sql.rows("update project set protection_version = protection_version + 1 where id = $1", [projectId]);
    expect(await decideOnRelease(who().reviewer, waiting, await said())).toMatchObject({
      failure: { kind: "conflict", reason: expect.stringMatching(/protected was changed since/) },
    });
  });

  test("decided on by two at once is decided once", async () => {
    const second = await joins(await aPerson(who().editor.workspaceId), projectId, "editor");
    const [yes, no] = [await said(), await said({ decision: "decline", reason: "No" })];
    const answers = await Promise.all([
      decideOnRelease(who().reviewer, waiting, yes),
      decideOnRelease(second, waiting, no),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test("stays as it waits when the project stops asking; the next one needs nobody", async () => {
    value(await changeProject(who().editor, projectId, { releaseApproval: false }));
    expect(value(await readRelease(who().editor, waiting)).state).toBe("waiting");
    const free = await made(who().editor);
    expect(value(await readRelease(who().analyst, free)).state).toBe("made");
    expect(await told()).toContain("made-release");
  });
});
