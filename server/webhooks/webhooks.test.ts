import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { fail, ok, type Result } from "@/domain/failure";
import { type DeliveryId, type ProjectId, TagId, type WebhookId } from "@/domain/ids";
import { Decide } from "@/domain/verdict";
import type { Delivery } from "@/domain/webhook/webhook";
import { type WebhookKind, webhookKinds } from "@/domain/webhook/webhook-values";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { remember } from "@/server/data/entries";
import { inTransaction, sql } from "@/server/data/transaction";
import { clearDeliveries, dueDeliveries } from "@/server/data/webhooks/deliveries";
import { env } from "@/server/env";
import { newId } from "@/server/new-id";
import { changeTag } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { deleteReport } from "@/server/operations/erase";
import {
  changeWebhook,
  deleteWebhook,
  listDeliveries,
  listWebhooks,
  makeWebhook,
  redeliver,
  renewSecret,
  testWebhook,
} from "@/server/operations/webhooks";
import { deliverOne } from "@/server/webhooks/deliver-one";
import { newWebhookSecret, signedHeaders } from "@/server/webhooks/sign";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

type Got = { headers: IncomingMessage["headers"]; body: string };
let editor: Actor;
let analyst: Actor;
let reviewer: Actor;
let projectId: ProjectId;
let report: BuiltReport;
let server: Server;
let origin: string;
let got: Got[] = [];
let answer: (response: ServerResponse) => void = (response) => response.writeHead(204).end();

beforeAll(async () => {
  editor = await aPerson(await aWorkspace(), { name: "Ada Editor" });
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      got.push({ headers: request.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const at = server.address();
  if (typeof at !== "object" || at === null) throw new Error("It listens.");
  origin = `http://127.0.0.1:${at.port}`;
  env().webhooks.push(origin);
});

beforeEach(async () => {
  got = [];
  answer = (response) => response.writeHead(204).end();
  await freshProject("shared");
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function freshProject(mode: "shared" | "independent") {
  projectId = await aProject(editor, { mode });
  analyst = await joins(await aPerson(editor.workspaceId, { name: "Ben Analyst" }), projectId, "analyst");
  reviewer = await joins(await aPerson(editor.workspaceId), projectId, "reviewer");
  report = await aReport(editor, projectId, { title: "News of Hama", text: "Layla Haddad left Hama on Monday." });
}

const hook = async (kinds: readonly WebhookKind[] = webhookKinds) =>
  value(await makeWebhook(editor, projectId, { url: `${origin}/hook`, kinds: [...kinds] }));
const logOf = async (id: WebhookId): Promise<Delivery[]> =>
  value(await listDeliveries(editor, id, { state: undefined, after: undefined, limit: 50 })).items;
const deliver = (id: DeliveryId) => deliverOne({ workspaceId: editor.workspaceId, id });
/** Those of this test's project that are due. */
const due = async () => {
  const rows = await sql.rows<{ id: string }>("select id from webhook_delivery where project_id = $1", [projectId]);
  const own = new Set(rows.map(({ id }) => id));
  return (await dueDeliveries(sql, editor.workspaceId)).map(({ id }) => id).filter((id) => own.has(id));
};

async function aDecision() {
  const id = newId(TagId);
  value(await changeTag(analyst, report.reportId, putAnnotation(anAnnotation(report, "left Hama"), id)));
  value(await decideOnTag(reviewer, { id, type: "annotation" }, Decide.parse({ decision: "accept", version: 1 })));
  return id;
}

const submits = () =>
  inTransaction(editor.workspaceId, async (tx) =>
    ok(await remember(tx, { by: analyst.userId, did: "submitted-work", projectId, reportId: report.reportId })),
  );

/** The one delivery of a webhook, after one try. */
async function afterTry(id: WebhookId): Promise<Delivery> {
  const [first] = await logOf(id);
  if (!first) throw new Error("Nothing is in the log.");
  await deliver(first.id);
  const [now] = await logOf(id);
  return now ?? first;
}

describe("a delivery", () => {
  test("tells of a decision: signed, named by an id, without people", async () => {
    const { id, secret } = await hook();
    const tagId = await aDecision();
    expect(await afterTry(id)).toMatchObject({ kind: "decided", state: "sent", status: 204, attempts: 1, things: 1 });
    const [{ headers, body } = { headers: {}, body: "" }] = got;
    const said = JSON.parse(body);
    expect(said).toMatchObject({
      id: headers["webhook-id"],
      type: "decided",
      project: { id: projectId },
      data: {
        report: { id: report.reportId, title: "News of Hama" },
        decisions: [{ tagId, decision: "accepted", version: 1 }],
      },
    });
    for (const { userId, name } of [editor, analyst, reviewer]) {
      expect(body).not.toContain(userId);
      expect(body).not.toContain(name === "Somebody" ? "Somebody" : name);
    }
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`);
    expect(Math.abs(Number(headers["webhook-timestamp"]) - Date.now() / 1000)).toBeLessThan(60);
  });

  test("is written with what happened: nothing of what was rolled back, and only what was asked for", async () => {
    const { id } = await hook(["submitted"]);
    await inTransaction(editor.workspaceId, async (tx) => {
      await remember(tx, { by: analyst.userId, did: "submitted-work", projectId, reportId: report.reportId });
      return fail({ kind: "not-found" });
    });
    await aDecision();
    expect(await logOf(id)).toEqual([]);
    await submits();
    expect(await logOf(id)).toMatchObject([{ kind: "submitted", state: "waiting", reportId: report.reportId }]);
  });

  test("tells of many decisions of one step as one, 500 at most", async () => {
    const { id } = await hook(["decided"]);
    const tagId = await aDecision();
    const one = {
      by: reviewer.userId,
      did: "rejected" as const,
      projectId,
      reportId: report.reportId,
      tagId,
      version: 1,
    };
    await inTransaction(editor.workspaceId, async (tx) =>
      ok(await remember(tx, ...Array.from({ length: 501 }, () => one))),
    );
    expect((await logOf(id)).map(({ things }) => things).toSorted((a, b) => a - b)).toEqual([1, 1, 500]);
  });

  test("that is brought twice is sent once", async () => {
    const { id } = await hook();
    await submits();
    const [first] = await logOf(id);
    if (!first) throw new Error("Nothing is in the log.");
    await Promise.all([deliver(first.id), deliver(first.id), deliver(first.id)]);
    expect(got).toHaveLength(1);
  });

  test.each([
    { when: "it fails", does: (r: ServerResponse) => r.writeHead(500).end(), trouble: /answered 500/ },
    {
      when: "it redirects",
      does: (r: ServerResponse) => r.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
      trouble: /Redirects are not followed/,
    },
    { when: "it breaks off", does: (r: ServerResponse) => r.destroy(), trouble: /could not be reached|broke off/ },
  ])("is tried again later when $when", async ({ does, trouble }) => {
    answer = does;
    const { id } = await hook();
    await submits();
    const tried = await afterTry(id);
    expect(tried).toMatchObject({ state: "waiting", attempts: 1, trouble: expect.stringMatching(trouble) });
    expect(Date.parse(tried.dueAt ?? "") - Date.now()).toBeGreaterThan(20_000);
    expect(await due()).not.toContain(tried.id);
    await deliver(tried.id);
    expect(got.length).toBeLessThanOrEqual(1);
  });

  test("fails after the last try, and is sent again with the id it had when somebody says so", async () => {
    answer = (response) => response.writeHead(503).end();
    const { id } = await hook();
    await submits();
    const [first] = await logOf(id);
    await sql.rows("update webhook_delivery set attempts = 9 where id = $1", [first?.id]);
    expect(await afterTry(id)).toMatchObject({ state: "failed", attempts: 10, status: 503 });
    answer = (response) => response.writeHead(200).end("thanks");
    value(await redeliver(editor, first?.id as DeliveryId));
    expect(await afterTry(id)).toMatchObject({ state: "sent", attempts: 1 });
    expect(got.map(({ headers }) => headers["webhook-id"])).toEqual([first?.id, first?.id]);
  });

  test("whose process was killed is tried by another once its lease ends", async () => {
    const { id } = await hook();
    await submits();
    const [first] = await logOf(id);
    await sql.rows(
      "update webhook_delivery set state = 'sending', lease_until = now() + interval '1 minute' where id = $1",
      [first?.id],
    );
    expect(await due()).not.toContain(first?.id);
    await sql.rows("update webhook_delivery set lease_until = now() - interval '1 second' where id = $1", [first?.id]);
    expect(await due()).toContain(first?.id);
    expect(await afterTry(id)).toMatchObject({ state: "sent" });
  });

  test("that the receiver wants no more pauses its webhook", async () => {
    answer = (response) => response.writeHead(410).end();
    const { id } = await hook();
    await submits();
    expect(await afterTry(id)).toMatchObject({ state: "failed", status: 410 });
    expect(value(await listWebhooks(editor, projectId)).items).toMatchObject([
      { paused: true, pauseReason: expect.stringContaining("410") },
    ]);
  });

  test("goes to no address that the operator took off the list", async () => {
    const { id } = await hook();
    await submits();
    const [first] = await logOf(id);
    await deliverOne({ workspaceId: editor.workspaceId, id: first?.id as DeliveryId }, []);
    expect(got).toEqual([]);
    expect(await logOf(id)).toMatchObject([
      { state: "waiting", trouble: expect.stringContaining("GLOSSATOR_WEBHOOKS") },
    ]);
  });
});

test("the lines of the manual verify a delivery, and nothing that was changed, is old, or was signed by somebody else", async () => {
  const manual = readFileSync(join(process.cwd(), "docs", "WEBHOOKS.md"), "utf8");
  const lines = /```js\n([\s\S]*?)```/.exec(manual)?.[1] ?? "";
  const { isOurs } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(lines)}`);
  const [secret, at, body] = [newWebhookSecret(), Date.now(), '{"title":"حماة"}'];
  const headers = signedHeaders(secret, { id: "a", at, body });
  expect(isOurs(headers, body, secret)).toBe(true);
  expect(isOurs(headers, `${body} `, secret)).toBe(false);
  expect(isOurs(headers, body, newWebhookSecret())).toBe(false);
  expect(isOurs({ ...headers, "webhook-id": "b" }, body, secret)).toBe(false);
  expect(isOurs(headers, body, secret, at + 301_000)).toBe(false);
});

describe("what may not leave", () => {
  test("of blind work is held until the layers open", async () => {
    await freshProject("independent");
    const { id } = await hook();
    await submits();
    expect(await afterTry(id)).toMatchObject({ state: "held", attempts: 0 });
    expect(await due()).toEqual([]);
    await sql.rows("update report set layers_opened_at = now() where id = $1", [report.reportId]);
    expect(await due()).toHaveLength(1);
    expect(await afterTry(id)).toMatchObject({ state: "sent" });
  });

  test("under embargo is held until it ends", async () => {
    const { id } = await hook();
    await submits();
    await sql.rows("update report set embargo_until = now() + interval '1 day' where id = $1", [report.reportId]);
    expect(await afterTry(id)).toMatchObject({ state: "held" });
    expect(got).toEqual([]);
  });

  test.each([
    { use: "described", state: "sent", left: /"title":"█+"/ },
    { use: "withheld", state: "dropped", left: undefined },
  ] as const)(
    "of a report that is $use: $state, also when it was tightened after it happened",
    async ({ use, state, left }) => {
      const { id } = await hook();
      await submits();
      await sql.rows(
        "insert into permitted_use (workspace_id, id, project_id, thing, use, report_id, created_by, updated_by) values ($1, gen_random_uuid(), $2, 'report', $3, $4, $5, $5)",
        [editor.workspaceId, projectId, use, report.reportId, editor.userId],
      );
      expect(await afterTry(id)).toMatchObject({ state });
      expect(got.map(({ body }) => body).join()).not.toContain("News of Hama");
      if (left) expect(got[0]?.body).toMatch(left);
    },
  );

  test("of a deleted report is dropped", async () => {
    const admin = await aPerson(editor.workspaceId, { role: "admin" });
    const { id } = await hook();
    await submits();
    value(await deleteReport(admin, report.reportId, { reason: "A court said so.", accepted: 0 }));
    expect(await afterTry(id)).toMatchObject({ state: "dropped" });
  });

  test("is told by nobody who is no editor any more", async () => {
    const second = await joins(await aPerson(editor.workspaceId), projectId, "editor");
    const { id } = value(await makeWebhook(second, projectId, { url: `${origin}/hook`, kinds: ["submitted"] }));
    await joins(second, projectId, "reader");
    await submits();
    const tried = await logOf(id).then(([first]) => first && deliver(first.id));
    expect(tried).toBeUndefined();
    expect(got).toEqual([]);
    expect(value(await listWebhooks(editor, projectId)).items).toMatchObject([{ paused: true }]);
    value(await changeWebhook(editor, id, { paused: false }));
    const [failed] = await logOf(id);
    value(await redeliver(editor, failed?.id as DeliveryId));
    expect(await afterTry(id)).toMatchObject({ state: "sent" });
  });
});

describe("setting one up", () => {
  test("is for editors, to listed addresses, and shows the secret once", async () => {
    const wish = { url: `${origin}/hook`, kinds: ["released" as const] };
    expect(await makeWebhook(reviewer, projectId, wish)).toMatchObject({ failure: { reason: "needs-editor" } });
    expect(await makeWebhook(editor, projectId, { ...wish, url: "https://elsewhere.example.org/" })).toMatchObject({
      failure: { kind: "invalid", problems: [{ field: "url" }] },
    });
    const made = value(await makeWebhook(editor, projectId, wish));
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const listed = value(await listWebhooks(editor, projectId));
    expect(JSON.stringify(listed)).not.toContain(made.secret);
    const [row] = await sql.rows<{ secret: string }>("select secret from webhook where id = $1", [made.id]);
    expect(row?.secret).not.toContain(made.secret.slice(6, 20));
    expect(value(await renewSecret(editor, made.id)).secret).not.toBe(made.secret);
  });

  test("a test is sent; paused, nothing is kept or sent; deleted, nothing is left", async () => {
    const { id } = await hook();
    value(await testWebhook(editor, id));
    expect(await afterTry(id)).toMatchObject({ kind: "test", state: "sent" });
    expect(JSON.parse(got[0]?.body ?? "")).toMatchObject({ type: "test", data: {} });
    value(await changeWebhook(editor, id, { paused: true }));
    await submits();
    expect(await logOf(id)).toHaveLength(1);
    expect(await testWebhook(editor, id)).toMatchObject({ failure: { kind: "conflict" } });
    value(await deleteWebhook(editor, id));
    expect(await sql.rows("select 1 from webhook_delivery where webhook_id = $1", [id])).toEqual([]);
  });

  test("lines of the log are kept for 30 days", async () => {
    const { id } = await hook();
    value(await testWebhook(editor, id));
    await afterTry(id);
    await sql.rows("update webhook_delivery set created_at = now() - interval '31 days' where webhook_id = $1", [id]);
    expect(await clearDeliveries(sql)).toBeGreaterThan(0);
    expect(await logOf(id)).toEqual([]);
  });
});
