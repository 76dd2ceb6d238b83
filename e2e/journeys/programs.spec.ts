import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import type { Annotation } from "@/domain/tag/tag";
import { Api, got } from "@/e2e/api";
import { buildClient } from "@/e2e/client/build";
import { expect, test } from "@/e2e/journey";
import { type Paper, segmentOn } from "@/e2e/office";
import type { Stack } from "@/e2e/stack";
import { root } from "@/scripts/root.mjs";

const run = promisify(execFile);

/** The last line of what `npm run -s glossator -- token create` prints. */
async function tokenByCommand({ databaseUrl, url }: Stack, email: string): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), "glossator-command-"));
  const env = { ...process.env, DATABASE_URL: databaseUrl, GLOSSATOR_URL: url, GLOSSATOR_DATA: data };
  const words = ["run", "-s", "glossator", "--", "token", "create", "--user", email, "--name", "notebook"];
  try {
    const { stdout } = await run("npm", words, { env });
    return stdout.trimEnd().split("\n").at(-1) ?? "";
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

const text = "The bridge 🌉 at Deir Hafir fell on Sunday, two drivers said.\n\nNobody was hurt.";

test("a program goes from a token to a dataset", async ({ stack }) => {
  const api = new Api(stack.url, await tokenByCommand(stack, "editor@example.org"));

  const me = await api.get<{ email: string; roles: unknown }>("/api/v1/me");
  expect(me).toMatchObject({ status: 200, body: { email: "editor@example.org" } });
  expect(me.body.roles).toBeDefined();

  const slug = `bridges-${crypto.randomUUID().slice(0, 8)}`;
  const project = await api.post<{ id: string }>("/api/v1/projects", { name: "Bridges", slug, mode: "shared" });
  expect(project.status).toBe(201);
  const at = `/api/v1/projects/${project.body.id}`;

  expect(await api.post(`${at}/members`, { email: "analyst.a@example.org", role: "analyst" })).toMatchObject({
    status: 201,
    body: { email: "analyst.a@example.org", role: "analyst" },
  });

  const made = await api.post<Paper>(`${at}/reports`, { title: "A bridge fell", text, language: "en", outlet: "Wire" });
  expect(made.status).toBe(201);
  const report = await got(api.get<Paper & { annotations: Annotation[] }>(`/api/v1/reports/${made.body.id}`));
  expect(report).toMatchObject({ title: "A bridge fell", text, annotations: [], relations: [] });

  const path = `/api/v1/reports/${report.id}/annotations/${crypto.randomUUID()}`;
  const claim = {
    kind: "claim",
    revisionId: report.revisionId,
    segments: [segmentOn(text, "The bridge 🌉 at Deir Hafir fell on Sunday")],
    attributes: { kind: "event", certainty: "certain", polarity: "affirmed" },
    opId: crypto.randomUUID(),
  };
  const put = await api.put<Annotation>(path, claim);
  expect(put).toMatchObject({ status: 200, body: { version: 1, state: "open" } });
  expect((await api.put(path, claim)).body, "the same change twice is one change").toEqual(put.body);

  const shifted = { ...claim, opId: crypto.randomUUID(), segments: [{ start: 1, end: 5, quote: "bridge" }] };
  const refused = await api.put<{ errors: { field: string; reason: string }[] }>(
    `/api/v1/reports/${report.id}/annotations/${crypto.randomUUID()}`,
    shifted,
  );
  expect(refused.status).toBe(422);
  expect(refused.headers.get("content-type")).toContain("application/problem+json");
  expect(refused.body.errors[0]?.field).toContain("segments");
  expect(refused.body.errors[0]?.reason).not.toBe("");

  const stale = await api.put<{ current: Annotation }>(path, { ...claim, version: 9, opId: crypto.randomUUID() });
  expect(stale).toMatchObject({ status: 409, body: { current: { id: put.body.id, version: 1 } } });

  const verdicts = `/api/v1/annotations/${put.body.id}/verdicts`;
  expect(await api.post(verdicts, { decision: "accept", version: 1 })).toMatchObject({
    status: 201,
    body: { verdict: { decision: "accept" }, tag: { state: "accepted" } },
  });
  const thread = { target: { on: "tag", tagId: put.body.id }, body: "Which bridge?" };
  expect((await api.post(`/api/v1/reports/${report.id}/threads`, thread)).status).toBe(201);

  const lines = await api.bytes(`${at}/export?format=jsonl&state=accepted`);
  expect(lines.status).toBe(200);
  const records = strFromU8(lines.bytes)
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  expect(JSON.stringify(records)).toContain(put.body.id);
  expect(JSON.stringify(records)).toContain("Which bridge?");

  const zip = unzipSync((await api.bytes(`${at}/export?format=csv&state=accepted`)).bytes);
  expect(Object.keys(zip)).toEqual([
    ...["reports", "claims", "places", "sources", "links", "entities", "annotations", "values"].map(
      (layer) => `${layer}.csv`,
    ),
    "README.md",
    "manifest.json",
  ]);
  expect(strFromU8(zip["README.md"] ?? new Uint8Array())).toContain("| `annotation_id` | id |");
  expect(Object.keys(unzipSync((await api.bytes(`${at}/export?format=csv&comments=1`)).bytes))).toContain(
    "comments.csv",
  );
  const claims = await api.bytes(`${at}/export?format=csv&state=accepted&layer=claims`);
  expect(claims.headers.get("content-type")).toContain("text/csv");
  expect([...claims.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const plain = await api.bytes(`${at}/export?format=csv&state=accepted&layer=claims&bom=0`);
  expect(strFromU8(plain.bytes)).toMatch(/^annotation_id,/);
  expect(strFromU8(claims.bytes)).toContain("The bridge 🌉 at Deir Hafir fell on Sunday");
});

test("a client made from the API's description compiles, and works as the types say", async ({ stack, office }) => {
  const api = new Api(stack.url, await tokenByCommand(stack, "editor@example.org"));
  const { bytes } = await api.bytes("/api/v1/openapi.json");
  const folder = join(root, ".cache", `client-${crypto.randomUUID()}`);
  try {
    const { program, troubles } = await buildClient(strFromU8(bytes), folder);
    expect(troubles).toEqual([]);
    const token = await tokenByCommand(stack, "editor@example.org");
    const { stdout } = await run(process.execPath, [program, stack.url, token, (await office.project()).id]);
    expect(JSON.parse(stdout)).toEqual({
      tag: { state: "open", version: 1 },
      refused: { status: 422, kind: "invalid", fields: ["segments.0.quote"] },
      batch: ["refused"],
      listed: true,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("programs see that the server lives, that it is ready, and what it offers", async ({ stack }) => {
  const nobody = new Api(stack.url);
  expect((await nobody.get("/api/health")).status).toBe(200);
  expect((await nobody.get("/api/ready")).status).toBe(200);
  const { status, body } = await nobody.get<{ openapi: string; paths: Record<string, unknown> }>(
    "/api/v1/openapi.json",
  );
  expect(status).toBe(200);
  expect(body.openapi).toMatch(/^3\.1/);
  expect(Object.keys(body.paths).length).toBeGreaterThan(25);
  expect(await nobody.get("/api/v1/me")).toMatchObject({ status: 401, body: { kind: "signed-out" } });
});
