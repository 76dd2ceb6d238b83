import { randomUUID } from "node:crypto";
import { got } from "@/app/api/v1/asking.fixture";
import type { Actor, Scope } from "@/domain/access/actor";
import { ok } from "@/domain/failure";
import { EntityId, JobId, MigrationId, type ProjectId, type ReportId, TagId, UploadId } from "@/domain/ids";
import type { ProjectRole } from "@/domain/project/project";
import { aCopy } from "@/prisma/builders/copy";
import { aFeed } from "@/prisma/builders/feed";
import { aPerson, aTokenOf, joins } from "@/prisma/builders/person";
import { aPlaceNameFile } from "@/prisma/builders/place-name-file";
import { aProject } from "@/prisma/builders/project";
import { aRelease } from "@/prisma/builders/release";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { keepMigration } from "@/server/data/codebook-moves";
import { proposalsIn, proposeMerges } from "@/server/data/entities/proposals";
import { inboxOf } from "@/server/data/inbox";
import { addJob } from "@/server/data/jobs/jobs";
import { addPart, addUpload, beginFile, endFile } from "@/server/data/jobs/uploads";
import { notify } from "@/server/data/notifications";
import { openSession, sessionsOf } from "@/server/data/sessions";
import { inTransaction, sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/** Everybody who might ask: by their role in the project, or from outside it. */
export type Asker = ProjectRole | "admin" | "outsider" | "stranger";

/** The ids that stand in addresses, and what bodies need to name. */
export type Things = Record<string, string> & { text: string; revisionId: string; analystEmail: string };

export type Desk = {
  tokens: Record<Asker, string>;
  readOnly: Record<Asker, string>;
  things: Things;
  /** A token of somebody's that may only do this. */
  tokenOf: (asker: Asker, scope: Scope) => Promise<string>;
  /** Everything that is kept of the workspace, as one hash per table. */
  kept: () => Promise<Record<string, string>>;
};

async function signedIn(actor: Actor): Promise<string> {
  await inTransaction(actor.workspaceId, async (tx) =>
    ok(await openSession(tx, actor.userId, { address: undefined, userAgent: "" })),
  );
  const [session] = await sessionsOf(actor.userId, new Date());
  return session?.id ?? "";
}

async function aLineFor(
  reader: Actor,
  by: Actor,
  about: { projectId: ProjectId; reportId: ReportId },
): Promise<string> {
  await inTransaction(by.workspaceId, async (tx) => {
    await notify(tx, { kind: "assigned", by: by.userId, to: [reader.userId], ...about });
    return ok(undefined);
  });
  const { items } = await inboxOf(sql, reader, { unread: true, before: undefined, limit: 1 });
  return items[0]?.id ?? "";
}

const idOf = (thing: unknown): string =>
  typeof thing === "object" && thing !== null && "id" in thing ? String(thing.id) : "";

/** A file as a job of somebody's writes it. */
async function aFileOf(person: Actor, projectId: ProjectId): Promise<string> {
  const [id, job] = [newId(UploadId), newId(JobId)];
  await inTransaction(person.workspaceId, async (tx) => {
    await addUpload(tx, person, { id, projectId });
    const nth = (await beginFile(tx, id, 1)) ?? 1;
    const file = { workspaceId: person.workspaceId, id, nth };
    await addPart(tx, file, 0, Buffer.from("left,match,right"));
    await endFile(tx, file, { name: "concordance.csv", bytes: 16 });
    await addJob(tx, person, { id: job, projectId, kind: "concordance", data: {}, counted: "hits" });
    await tx.rows("update job set state = 'done', result = $3 where workspace_id = $1 and id = $2", [
      ...[tx.workspaceId, job],
      JSON.stringify({ upload: id }),
    ]);
    return ok(undefined);
  });
  return id;
}

async function aProposal(reviewer: Actor, projectId: ProjectId, ids: readonly string[]): Promise<string> {
  await inTransaction(reviewer.workspaceId, async (tx) => {
    await proposeMerges(
      tx,
      projectId,
      ids.map((id) => EntityId.parse(id)),
    );
    return ok(undefined);
  });
  const standing = { role: "reviewer", mode: "shared" } as const;
  const page = await proposalsIn(sql, { actor: reviewer, standing }, { projectId, after: undefined, limit: 1 });
  return page.items[0]?.id ?? "";
}

/** A move that found no tag, which can be taken back. */
async function aMigration(editor: Actor, projectId: ProjectId): Promise<string> {
  const id = newId(MigrationId);
  const asking = { actor: editor, standing: { role: "editor", mode: "shared" } as const, projectId };
  const what = { move: "label", from: "rumour", to: "report" } as const;
  await inTransaction(editor.workspaceId, async (tx) => {
    await keepMigration(tx, asking, { id, what, codebookVersion: 1, tags: [] });
    return ok(undefined);
  });
  return id;
}

/** An accepted event with one claim. */
async function anEvent(
  tokens: Record<Asker, string>,
  { projectId, annotationId }: { projectId: string; annotationId: string },
): Promise<string> {
  const body = { title: "People left", claims: [{ id: annotationId, part: "supports" }] };
  const made = await got("POST /projects/{projectId}/events", { token: tokens.analyst, params: { projectId }, body });
  const params = { eventId: idOf(made) };
  const verdict = { decision: "accept", version: 1 };
  await got("POST /events/{eventId}/verdicts", { token: tokens.reviewer, params, body: verdict });
  return idOf(made);
}

/** A webhook that was never told anything but a test. */
async function aWebhook(token: string, projectId: string): Promise<{ webhookId: string; deliveryId: string }> {
  const body = { url: "http://127.0.0.1:9/hook", kinds: ["released"] };
  const webhook = await got("POST /projects/{projectId}/webhooks", { token, params: { projectId }, body });
  const test = await got("POST /webhooks/{webhookId}/test", { token, params: { webhookId: idOf(webhook) } });
  return { webhookId: idOf(webhook), deliveryId: idOf(test) };
}

/** The analyst's tagging of one place, which can be taken back. */
async function aTagging(token: string, { projectId, reportId }: Record<string, string>, on: BuiltReport) {
  const [start, quote] = [on.text.indexOf("Hama"), "Hama"];
  const spots = [{ reportId, revisionId: on.revisionId, start, end: start + quote.length, quote }];
  const made = await got("POST /projects/{projectId}/alike", {
    token,
    params: { projectId: projectId ?? "" },
    body: { kind: "place", spots },
  });
  return idOf(made);
}

async function people() {
  const workspaceId = await aWorkspace();
  const admin = await aPerson(workspaceId, { role: "admin" });
  const projectId = await aProject(admin);
  const member = async (role: ProjectRole) => joins(await aPerson(workspaceId), projectId, role);
  return {
    projectId,
    actors: {
      admin,
      editor: await member("editor"),
      reviewer: await member("reviewer"),
      analyst: await member("analyst"),
      reader: await member("reader"),
      outsider: await aPerson(workspaceId),
      stranger: await aPerson(await aWorkspace(), { role: "admin" }),
    } satisfies Record<Asker, Actor>,
  };
}

async function tokensOf(actors: Record<Asker, Actor>, scopes?: string[]): Promise<Record<Asker, string>> {
  const { admin, editor, reviewer, analyst, reader, outsider, stranger } = actors;
  return {
    admin: await aTokenOf(admin, scopes),
    editor: await aTokenOf(editor, scopes),
    reviewer: await aTokenOf(reviewer, scopes),
    analyst: await aTokenOf(analyst, scopes),
    reader: await aTokenOf(reader, scopes),
    outsider: await aTokenOf(outsider, scopes),
    stranger: await aTokenOf(stranger, scopes),
  };
}

/** What asking itself leaves behind is not counted: when a token or sign-in was last used. */
async function keptOf(workspaceId: string): Promise<Record<string, string>> {
  const tables = await sql.rows<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
       join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name = 'workspace_id'
        and c.table_name <> 'token' order by 1`,
  );
  const hashOf = (rows: string) =>
    `coalesce(md5(string_agg(r::text, '' order by r::text)), '') from (${rows}) as all_rows(r)`;
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, ${hashOf(`select to_jsonb(t) - 'seen_at' from "${name}" t where t.workspace_id = $1`)}`,
  );
  parts.push(
    `select 'users', ${hashOf("select to_jsonb(u) from users u join workspace_member m on m.user_id = u.id where m.workspace_id = $1")}`,
    `select 'token', ${hashOf("select to_jsonb(t) - 'used_at' from token t where t.workspace_id = $1")}`,
  );
  const rows = await sql.rows<{ name: string; coalesce: string }>(parts.join(" union all "), [workspaceId]);
  return Object.fromEntries(rows.map((row) => [row.name, row.coalesce]));
}

/** A project at work: somebody in every role, one outside, a stranger, and one of everything there is. */
export async function aDesk(): Promise<Desk> {
  const { projectId, actors } = await people();
  const [tokens, readOnly] = [await tokensOf(actors), await tokensOf(actors, ["read"])];
  const report = await aReport(actors.editor, projectId);
  const { reportId } = report;
  const [annotationId, relationId] = [newId(TagId), newId(TagId)];
  const token = tokens.analyst;
  const notificationId = await aLineFor(actors.analyst, actors.editor, { projectId, reportId });
  const at = { projectId, reportId, annotationId, relationId };
  const attributes = { kind: "event", polarity: "affirmed" };
  const claim = anAnnotation(report, "Hundreds of people left Hama", { attributes });
  await got("PUT /reports/{reportId}/annotations/{annotationId}", { token, params: at, body: claim });
  const relation = aRelation(annotationId);
  await got("PUT /reports/{reportId}/relations/{relationId}", { token, params: at, body: relation });
  const verdict = { decision: "accept", version: 1 };
  const decided = await got("POST /annotations/{annotationId}/verdicts", {
    token: tokens.reviewer,
    params: at,
    body: verdict,
  });
  await got("POST /relations/{relationId}/verdicts", { token: tokens.reviewer, params: at, body: verdict });
  const other = anAnnotation(report, "said on Monday", { attributes });
  const otherClaim = { ...at, annotationId: newId(TagId) };
  await got("PUT /reports/{reportId}/annotations/{annotationId}", { token, params: otherClaim, body: other });
  await got("POST /annotations/{annotationId}/verdicts", { token: tokens.reviewer, params: otherClaim, body: verdict });
  const eventId = await anEvent(tokens, at);
  const otherEventId = await anEvent(tokens, otherClaim);
  const userId = actors.analyst.userId;
  const assigned = { state: "assigned" };
  await got("PUT /reports/{reportId}/assignments/{userId}", {
    token: tokens.editor,
    params: { ...at, userId },
    body: assigned,
  });
  const own = await got("POST /tokens", { token, body: { name: "own" } });
  const thread = await got("POST /reports/{reportId}/threads", {
    token,
    params: at,
    body: { target: { on: "report" }, body: "Which hills?" },
  });
  const entity = { name: "Field sources", kind: "local or field" };
  const entities = [
    await got("POST /projects/{projectId}/entities", { token, params: at, body: entity }),
    await got("POST /projects/{projectId}/entities", { token, params: at, body: { ...entity, name: "Field source" } }),
  ];
  const permitted = await got("PUT /projects/{projectId}/protection", {
    token,
    params: at,
    body: { thing: { on: "entity", entityId: idOf(entities[1]) }, use: "described" },
  });
  const namesake = { name: "Radio North", kind: "media outlet" };
  const twins = [
    await got("POST /projects/{projectId}/entities", { token, params: at, body: namesake }),
    await got("POST /projects/{projectId}/entities", { token, params: at, body: namesake }),
  ];
  const upload = await got("POST /projects/{projectId}/uploads", { token: tokens.editor, params: at });
  const job = await got("POST /projects/{projectId}/jobs", {
    token: tokens.editor,
    params: at,
    body: { kind: "check-import", data: { upload: upload["id"] } },
  });
  return {
    tokens,
    readOnly,
    tokenOf: (asker, scope) => aTokenOf(actors[asker], [scope]),
    kept: () => keptOf(actors.admin.workspaceId),
    things: {
      ...at,
      otherReleaseId: await aRelease(actors.editor, projectId, { number: 1, reports: [reportId] }),
      ...(await aWebhook(tokens.editor, projectId)),
      releaseId: await aRelease(actors.editor, projectId, { number: 2, reports: [reportId] }),
      revisionId: report.revisionId,
      text: report.text,
      userId,
      analystEmail: actors.analyst.email,
      outsiderEmail: actors.outsider.email,
      verdictId: idOf(decided["verdict"]),
      tokenId: idOf(own),
      threadId: idOf(thread),
      commentId: idOf(Array.isArray(thread["comments"]) ? thread["comments"][0] : undefined),
      entityId: idOf(entities[0]),
      otherEntityId: idOf(entities[1]),
      permittedUseId: idOf(permitted),
      notificationId,
      eventId,
      otherEventId,
      taggingId: await aTagging(token, at, report),
      proposalId: await aProposal(actors.reviewer, projectId, twins.map(idOf)),
      placeNameFileId: await aPlaceNameFile(actors.admin),
      feedId: await aFeed(actors.editor, projectId),
      copyId: await aCopy(actors.editor, projectId, [reportId, (await aReport(actors.editor, projectId)).reportId]),
      migrationId: await aMigration(actors.editor, projectId),
      clientId: randomUUID(),
      uploadId: idOf(upload),
      jobId: idOf(job),
      newJobId: randomUUID(),
      fileId: await aFileOf(actors.analyst, projectId),
      opId: randomUUID(),
      searchId: idOf(await got("POST /me/searches", { token, body: { name: "Hills", q: "hills" } })),
      sessionId: await signedIn(actors.analyst),
    },
  };
}
