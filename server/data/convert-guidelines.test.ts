import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { PutProject } from "@/domain/project/project";
import { fromMarkdown } from "@/domain/prose/markdown/read";
import { aPerson } from "@/prisma/builders/person";
import { aWorkspace } from "@/prisma/builders/workspace";
import { convertGuidelines } from "@/server/data/convert-guidelines";
import { sql } from "@/server/data/transaction";
import { makeProject } from "@/server/operations/make-project";
import { readProject } from "@/server/operations/read-project";

const markdown = "# How we tag\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- **Claims** <b>first</b>";

/** A project as it was kept when guidelines were Markdown alone. */
async function anOldProject(by: Actor, slug: string) {
  const made = await makeProject(by, PutProject.parse({ name: slug, slug, guidelines: markdown }));
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  await sql.rows("update project set guidelines_prose = null where id = $1", [made.value.id]);
  return made.value.id;
}

const proseOf = async (id: string) => {
  const [row] = await sql.rows<{ prose: unknown }>("select guidelines_prose as prose from project where id = $1", [id]);
  return row?.prose ?? null;
};

test("Markdown guidelines get the form of new ones, once, and are read the same before, while they stay as they are", async () => {
  const by = await aPerson(await aWorkspace(), { role: "admin" });
  const id = await anOldProject(by, "north");
  const before = await readProject(by, id);
  expect(before).toMatchObject({
    ok: true,
    value: { guidelines: markdown, guidelinesProse: fromMarkdown(markdown).prose },
  });
  expect(await proseOf(id)).toBeNull();

  expect(await convertGuidelines()).toBeGreaterThanOrEqual(1);
  expect(await proseOf(id)).toEqual(fromMarkdown(markdown).prose);
  expect(await readProject(by, id)).toEqual(before);
  expect(await convertGuidelines()).toBe(0);
});

test("a conversion that was cut off goes on where others are left, and leaves what was written meanwhile", async () => {
  const by = await aPerson(await aWorkspace(), { role: "admin" });
  const [first, second] = [await anOldProject(by, "north"), await anOldProject(by, "south")];
  const empty = { type: "doc", content: [{ type: "paragraph" }] };
  await sql.rows("update project set guidelines_prose = $2 where id = $1", [first, JSON.stringify(empty)]);
  expect(await convertGuidelines()).toBe(1);
  expect(await proseOf(first)).toEqual(empty);
  expect(await proseOf(second)).toEqual(fromMarkdown(markdown).prose);
});
