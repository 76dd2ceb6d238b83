import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import { isDescending, keyOf, type Sort, sorts } from "@/domain/report/sorting";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { listReports } from "@/server/operations/list-reports";
import { tableCursorIn } from "@/server/operations/page-cursor";

let editor: Actor;
let projectId: ProjectId;

const facts = [
  { title: "Évacuation à Daraa", outlet: "Courier", published: "2026-11-20", priority: 2, due: "2026-12-02" },
  { title: "bridge shut", outlet: "wire", published: "2026-11-22T08:00:00Z", priority: 0, due: null },
  { title: "Ferry stopped", outlet: null, published: null, priority: 0, due: "2026-12-01" },
  { title: "Bridge open", outlet: "Wire", published: "2026-11-01", priority: -1, due: null },
  { title: "قصف في الرقة", outlet: "إذاعة", published: null, priority: 1, due: "2026-12-01" },
  { title: "ezra camp", outlet: "Agency", published: "2026-11-20", priority: 0, due: null },
  { title: "Ferry stopped", outlet: "Agency", published: "2026-11-20", priority: 0, due: null },
];

beforeAll(async () => {
  editor = await aPerson(await aWorkspace(), { role: "admin" });
  projectId = await aProject(editor);
  for (const { title, outlet, published, priority, due } of facts) {
    const { reportId } = await aReport(editor, projectId, { title, ...(outlet === null ? {} : { outlet }) });
    await sql.rows("update report set published = $2, priority = $3, due = $4 where id = $1", [
      reportId,
      published,
      priority,
      due,
    ]);
  }
});

async function pages(sort: Sort | undefined, limit: number, filters: { q?: string } = {}) {
  const rows = [];
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const asked = { projectId, filters: { ...filters, ...(sort && first ? { sort } : {}) }, limit };
    const page = await listReports(editor, { ...asked, after: tableCursorIn(cursor) });
    if (!page.ok) throw new Error(page.failure.kind);
    rows.push(...page.value.items);
    cursor = page.value.next;
  }
  return rows;
}

test.each<{ sort: Sort | undefined; titles: string[] }>([
  {
    sort: "title",
    titles: [
      "Bridge open",
      "bridge shut",
      "ezra camp",
      "Évacuation à Daraa",
      "Ferry stopped",
      "Ferry stopped",
      "قصف في الرقة",
    ],
  },
  {
    sort: "-title",
    titles: [
      "قصف في الرقة",
      "Ferry stopped",
      "Ferry stopped",
      "Évacuation à Daraa",
      "ezra camp",
      "bridge shut",
      "Bridge open",
    ],
  },
  { sort: undefined, titles: facts.map(({ title }) => title).toReversed() },
  { sort: "imported", titles: facts.map(({ title }) => title) },
])("by $sort", async ({ sort, titles }) => {
  expect((await pages(sort, 50)).map(({ title }) => title)).toEqual(titles);
});

test.each([
  { sort: "outlet", last: "Ferry stopped", value: undefined, of: "outlet" },
  { sort: "-published", last: undefined, value: undefined, of: "published" },
  { sort: "-priority", last: "Bridge open", value: -1, of: "priority" },
  { sort: "due", last: undefined, value: undefined, of: "due" },
] as const)("by $sort what is unknown or least stands last", async ({ sort, last, value, of }) => {
  const row = (await pages(sort, 50)).at(-1);
  expect(row?.[of]).toBe(value);
  if (last) expect(row?.title).toBe(last);
});

test.each(sorts.flatMap((sort) => [1, 2, 3].map((limit) => ({ sort, limit }))))(
  "pages of $limit by $sort hold every report once, in one order, and the other way round",
  async ({ sort, limit }) => {
    const ids = (await pages(sort, limit)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(facts.length);
    expect(ids).toEqual((await pages(sort, 50)).map(({ id }) => id));
    const other: Sort = isDescending(sort) ? keyOf(sort) : `-${keyOf(sort)}`;
    expect(ids).toEqual((await pages(other, 50)).map(({ id }) => id).toReversed());
  },
);

test("a title is found by its words, whatever the order", async () => {
  expect((await pages("title", 1, { q: "FERRY" })).map(({ title }) => title)).toEqual([
    "Ferry stopped",
    "Ferry stopped",
  ]);
});

test("titles that differ far behind are paged without gaps", async () => {
  const other = await aProject(editor);
  for (let n = 0; n < 5; n += 1) await aReport(editor, other, { title: `${"x".repeat(400)} ${n}` });
  const seen = new Set<string>();
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await listReports(editor, {
      projectId: other,
      filters: { sort: "title" },
      limit: 2,
      after: tableCursorIn(cursor),
    });
    if (!page.ok) throw new Error(page.failure.kind);
    for (const { id } of page.value.items) seen.add(id);
    cursor = page.value.next;
  }
  expect(seen.size).toBe(5);
});
