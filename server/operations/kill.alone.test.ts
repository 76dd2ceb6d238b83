import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { type ProjectId, TagId } from "@/domain/ids";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, anOp, inShort, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { closePool } from "@/server/data/pool";
import { sql } from "@/server/data/transaction";
import { isUnreachable } from "@/server/data/trouble";
import { newId } from "@/server/new-id";
import { changeTags } from "@/server/operations/change-tags";

/** What of scripts/postgres.mjs, which is plain JavaScript, is needed here. */
type Database = { url: string; kill: () => void; stop: () => Promise<void> };
type Stack = { startDatabase: (options: { durable: boolean }) => Promise<Database> };

const writers = 6;
const changesEach = 40;
/** The next kill comes when this many more changes were kept. */
const betweenKills = 60;

/** As long as an impatient client waits before it sends again. */
const untilTriedAgain = () => setTimeout(20);

let database: Database;
let editor: Actor;
let projectId: ProjectId;
let on: BuiltReport;

beforeAll(async () => {
  const { startDatabase }: Stack = await import(new URL("../../scripts/stack.mjs", import.meta.url).href);
  database = await startDatabase({ durable: true });
  process.env["DATABASE_URL"] = database.url;
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  on = await aReport(editor, projectId);
});

afterAll(async () => {
  await closePool();
  await database.stop();
});

/** Sends one change until it is answered, as an outbox does: the same operation again and again. */
async function untilAnswered(change: ReturnType<typeof putAnnotation>): Promise<{ said: string; tries: number }> {
  for (let tries = 1; ; tries += 1) {
    try {
      const answers = await changeTags(editor, on.reportId, [change]);
      if (answers.ok && answers.value[0]) return { said: inShort(answers.value[0]), tries };
    } catch (error) {
      if (!isUnreachable(error)) throw error;
    }
    await untilTriedAgain();
  }
}

type Acknowledged = { tagId: TagId; opId: string; version: number; said: string };

/** One analyst: makes a tag and changes it, each time from the version that was acknowledged last. */
async function write(): Promise<Acknowledged[]> {
  const tagId = newId(TagId);
  const acknowledged: Acknowledged[] = [];
  for (let version = 0; version < changesEach; version += 1) {
    const opId = anOp();
    const seen = version === 0 ? {} : { version };
    const body = anAnnotation(on, "left Hama", { ...seen, opId, attributes: { note: `${version}` } });
    const { said } = await untilAnswered(putAnnotation(body, tagId));
    acknowledged.push({ tagId, opId, version: version + 1, said });
  }
  return acknowledged;
}

test("what was acknowledged is there, once, however often the database is killed", async () => {
  let writing = true;
  const killing = (async () => {
    let kills = 0;
    while (writing) {
      const before = await committed();
      database.kill();
      kills += 1;
      while (writing && (await committed()) < before + betweenKills) await untilTriedAgain();
    }
    return kills;
  })();
  const acknowledged = (await Promise.all(Array.from({ length: writers }, write))).flat();
  writing = false;
  expect(await killing).toBeGreaterThan(1);
  while ((await committed()) === 0) await untilTriedAgain();

  for (const { said, version } of acknowledged) {
    expect([`created ${version} open`, `changed ${version} open`, `replayed ${version} open`]).toContain(said);
  }
  const kept = await sql.rows<{ tag_id: TagId; op_id: string; number: number }>(
    "select tag_id, op_id, number from tag_version order by tag_id, number",
  );
  const inOrder = acknowledged
    .map(({ tagId, opId, version }) => ({ tag_id: tagId, op_id: opId, number: version }))
    .toSorted((a, b) => (a.tag_id < b.tag_id ? -1 : a.tag_id > b.tag_id ? 1 : a.number - b.number));
  expect(kept).toEqual(inOrder);

  const heads = await sql.rows<{ version: number; entries: number }>(
    `select t.version, (select count(*)::int from entry e where e.tag_id = t.id) as entries from tag t`,
  );
  expect(heads).toEqual(Array.from({ length: writers }, () => ({ version: changesEach, entries: changesEach })));
}, 120_000);

/** How many versions the database has now; 0 while it is away. */
async function committed(): Promise<number> {
  try {
    return (await sql.rows<{ n: number }>("select count(*)::int as n from tag_version"))[0]?.n ?? 0;
  } catch (error) {
    if (isUnreachable(error)) return 0;
    throw error;
  }
}
