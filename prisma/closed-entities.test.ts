import { Client } from "pg";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate, migrationsIn } from "@/scripts/migrations.mjs";

/** What the migration that closed entities in layers makes of rows that were there before it. */

const migration = "20261129224700_closed_entities";
const name = `before_${v7().replaceAll("-", "")}`;
const server = process.env["GLOSSATOR_TEST_DATABASE_URL"] ?? "";
const url = server.replace(/\/[^/?]+(?=\?|$)/, `/${name}`);

let client: Client;
const ids = new Map<string, string>();
/** The same id for the same name. */
const id = (of: string) => {
  const known = ids.get(of) ?? v7();
  ids.set(of, known);
  return known;
};

async function on<T>(address: string, work: (opened: Client) => Promise<T>): Promise<T> {
  const opened = new Client({ connectionString: address });
  await opened.connect();
  return work(opened).finally(() => opened.end());
}

async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, nth) => `$${nth + 1}`);
  await client.query(`insert into ${table} (${columns.join(", ")}) values (${places.join(", ")})`, Object.values(row));
}

const here = { workspace_id: id("workspace") };
const by = (who: string) => ({ created_by: id(who) });
const layer = (who: string) => `analyst:${id(who)}`;

async function anEntity(who: string, of: string, more: object = {}) {
  const row = {
    ...here,
    id: id(of),
    project_id: id("project"),
    name: of,
    kind: "other",
    aliases: [],
    ...by(who),
    ...more,
  };
  await insert("entity", row);
  await insert("entry", {
    ...here,
    did: "made-entity",
    ...by(who),
    project_id: id("project"),
    layer: layer(who),
    refs: { entityId: id(of) },
  });
}

async function aReport(of: string, opened: boolean) {
  await client.query("begin; set constraints all deferred");
  await insert("report", {
    ...here,
    ...{ id: id(of), project_id: id("project"), revision_id: id(`text of ${of}`), title: of, language: "en" },
    ...{ direction: "ltr", original_sha256: of, text_sha256: of, encoding: "utf-8", media_type: "text/plain" },
    ...{ byte_length: 1, code_points: 1, words: 1, layers_opened_at: opened ? new Date() : null, ...by("Mia") },
  });
  await insert("revision", {
    ...here,
    ...{ id: id(`text of ${of}`), report_id: id(of), number: 1, text_sha256: of, code_points: 1, tail: "" },
    ...{ extractor: "plain", ...by("Mia") },
  });
  await client.query("commit");
}

/** A source on a report that names an entity. */
async function aSource(who: string, { on: report, of }: { on: string; of: string }) {
  const tag = id(`${who} on ${report} of ${of}`);
  await insert("tag", {
    ...here,
    ...{ id: tag, project_id: id("project"), report_id: id(report), type: "annotation", kind: "source" },
    ...{ layer: layer(who), state: "open", version: 1, span_start: 0, span_end: 1, entity_id: id(of) },
    ...{ ...by(who), updated_by: id(who) },
  });
  await insert("tag_version", {
    ...here,
    ...{ tag_id: tag, number: 1, kind: "source", state: "open", attributes: { entityId: id(of) }, schema_version: 1 },
    ...{
      codebook_version: 1,
      anchor: { revisionId: id(`text of ${report}`), segments: [] },
      origin: "person",
      ...by(who),
    },
  });
}

beforeAll(async () => {
  await on(server, (opened) => opened.query(`create database ${name} template template0`));
  await migrate(
    url,
    migrationsIn().filter((each) => each.name < migration),
  );
  client = new Client({ connectionString: url });
  await client.connect();
  await insert("workspace", { id: id("workspace"), name: "Desk", slug: "desk" });
  for (const who of ["Mia", "Ana", "Ben"]) {
    await insert("users", { id: id(who), email: `${who.toLowerCase()}@example.org`, name: who });
    await insert("workspace_member", { ...here, user_id: id(who), role: "member" });
  }
  const project = { ...here, id: id("project"), slug: "north", name: "North", mode: "independent", languages: ["en"] };
  await insert("project", { ...project, preset: "conflict-monitor", guidelines: "", ...by("Mia") });
  await insert("codebook_version", {
    ...here,
    ...{ project_id: id("project"), number: 1, content: { eventTypes: [], labels: [] }, ...by("Mia") },
  });
  await aReport("blind", false);
  await aReport("opened", true);
  await anEntity("Ana", "hers alone");
  await aSource("Ana", { on: "blind", of: "hers alone" });
  await anEntity("Ana", "named by Ben");
  await aSource("Ben", { on: "blind", of: "named by Ben" });
  await anEntity("Ana", "on an opened report");
  await aSource("Ana", { on: "opened", of: "on an opened report" });
  await anEntity("Ana", "graded by Ben");
  const grade = { ...here, id: v7(), entity_id: id("graded by Ben"), reliability: "B", reason: "Often right." };
  await insert("grade", { ...grade, ...by("Ben") });
  await anEntity("Ana", "parent of what others know");
  await anEntity("Ben", "known", { parent_id: id("parent of what others know") });
  await aSource("Ana", { on: "blind", of: "known" });
  await anEntity("Ana", "last");
  await anEntity("Ana", "middle", { merged_into: id("last") });
  await anEntity("Ana", "first", { merged_into: id("middle") });
  await migrate(url);
});

afterAll(async () => {
  await client.end();
  await on(server, (opened) => opened.query(`drop database ${name}`));
});

test.each([
  { of: "hers alone", closed: true },
  { of: "named by Ben", closed: false },
  { of: "on an opened report", closed: false },
  { of: "graded by Ben", closed: false },
  { of: "known", closed: false },
  { of: "parent of what others know", closed: false },
  { of: "last", closed: false },
])("of an entity that is $of, it is $closed that it stays in its maker's layer", async ({ of, closed }) => {
  const { rows } = await client.query("select layer from entity where id = $1", [id(of)]);
  expect(rows).toEqual([{ layer: closed ? layer("Ana") : null }]);
});

test("whoever was merged into something that was merged in turn follows to the end", async () => {
  const { rows } = await client.query("select merged_into from entity where id = any($1)", [
    [id("first"), id("middle")],
  ]);
  expect(rows).toEqual([{ merged_into: id("last") }, { merged_into: id("last") }]);
});
