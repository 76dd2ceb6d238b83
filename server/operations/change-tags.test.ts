import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { type ProjectId, TagId } from "@/domain/ids";
import type { Sent } from "@/domain/tag/change";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import {
  anAnnotation,
  anOp,
  aRelation,
  inShort,
  putAnnotation,
  putRelation,
  segmentsOn,
  withdrawal,
} from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { changeTags } from "@/server/operations/change-tags";

let editor: Actor;
let analyst: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  analyst = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
});

const report = () => aReport(editor, projectId);

async function answersTo(actor: Actor, { reportId }: BuiltReport, ...sent: Sent[]) {
  const answers = await changeTags(actor, reportId, sent);
  if (!answers.ok) throw new Error(answers.failure.kind);
  return answers.value;
}

const said = async (actor: Actor, on: BuiltReport, ...sent: Sent[]) =>
  (await answersTo(actor, on, ...sent)).map(inShort);

const rowsOf = async (id: TagId) => {
  const [row] = await sql.rows<{ versions: number[]; entries: string[]; version: number; state: string }>(
    `select version, state,
       (select array_agg(number order by number) from tag_version where tag_id = $1) as versions,
       (select array_agg(did order by id) from entry where tag_id = $1) as entries
     from tag where id = $1`,
    [id],
  );
  return row;
};

const stateOf = async ({ reportId }: BuiltReport) =>
  (await sql.rows<{ state: string }>("select state from report where id = $1", [reportId]))[0]?.state;

describe("one tag", () => {
  test("is made, changed, withdrawn and restored, each with its version and entry", async () => {
    const on = await report();
    const id = newId(TagId);
    const body = anAnnotation(on, "Hundreds of people left Hama");
    expect(await said(analyst, on, putAnnotation(body, id))).toEqual(["created 1 open"]);
    expect(
      await said(analyst, on, putAnnotation({ ...body, version: 1, attributes: { certainty: "certain" } }, id)),
    ).toEqual(["changed 2 open"]);
    expect(await said(analyst, on, withdrawal(id, 2))).toEqual(["withdrawn 3 withdrawn"]);
    expect(await said(analyst, on, putAnnotation({ ...body, version: 3 }, id))).toEqual(["restored 4 open"]);
    expect(await rowsOf(id)).toEqual({
      version: 4,
      state: "open",
      versions: [1, 2, 3, 4],
      entries: ["tagged", "changed-tag", "withdrew-tag", "restored-tag"],
    });
  });

  test("keeps its words with what stands around them", async () => {
    const on = await report();
    const [answer] = await answersTo(analyst, on, putAnnotation(anAnnotation(on, "left Hama")));
    const at = on.text.indexOf("left Hama");
    expect(answer).toMatchObject({
      ok: true,
      tag: {
        segments: [
          {
            quote: "left Hama",
            prefix: on.text.slice(Math.max(0, at - 32), at),
            suffix: on.text.slice(at + 9, at + 41),
          },
        ],
      },
    });
  });

  test("takes a hash for the quote", async () => {
    const on = await report();
    const [segment] = segmentsOn(on, "left Hama");
    const hash = (words: string) => createHash("sha256").update(words).digest("hex");
    const at = { start: segment?.start ?? 0, end: segment?.end ?? 0 };
    const body = anAnnotation(on, "left Hama");
    expect(
      await said(
        analyst,
        on,
        putAnnotation({ ...body, segments: [{ ...at, quoteHash: hash("left Hama") }] }),
        putAnnotation({ ...body, segments: [{ ...at, quoteHash: hash("left Homs") }] }),
      ),
    ).toEqual(["created 1 open", "invalid segments.0.quoteHash"]);
  });

  test("answers what was sent before with what it was answered then", async () => {
    const on = await report();
    const id = newId(TagId);
    const body = anAnnotation(on, "left Hama", { opId: anOp() });
    const [first] = await answersTo(analyst, on, putAnnotation(body, id));
    await said(analyst, on, putAnnotation({ ...body, version: 1, kind: "source", opId: anOp() }, id));
    const [again] = await answersTo(analyst, on, putAnnotation(body, id));
    expect(again).toEqual({ ...first, did: "replayed" });
    expect((await rowsOf(id))?.versions).toEqual([1, 2]);
  });

  test("whoever comes late gets the tag as it is now", async () => {
    const on = await report();
    const id = newId(TagId);
    const body = anAnnotation(on, "left Hama");
    await said(analyst, on, putAnnotation(body, id));
    await said(analyst, on, putAnnotation({ ...body, version: 1, kind: "place" }, id));
    const [late] = await answersTo(editor, on, putAnnotation({ ...body, version: 1, kind: "source" }, id));
    expect(late).toMatchObject({
      ok: false,
      failure: { kind: "conflict", current: { id, version: 2, kind: "place" } },
    });
  });

  test("of twenty that write at once, one wins each version", async () => {
    const on = await report();
    const id = newId(TagId);
    const write = (version: number | undefined, writer: number) =>
      said(
        writer % 2 ? analyst : editor,
        on,
        putAnnotation(
          anAnnotation(on, "left Hama", {
            ...(version && { version }),
            opId: anOp(),
            attributes: { note: `${version} ${writer}` },
          }),
          id,
        ),
      );
    for (const seen of [undefined, 1, 2]) {
      const answers = (await Promise.all(Array.from({ length: 20 }, (_, writer) => write(seen, writer)))).flat();
      expect(answers.filter((answer) => answer !== "conflict")).toEqual([
        `${seen === undefined ? "created" : "changed"} ${(seen ?? 0) + 1} open`,
      ]);
    }
    expect(await rowsOf(id)).toMatchObject({ version: 3, versions: [1, 2, 3] });
  });

  test("the same change sent twenty times at once is one change", async () => {
    const on = await report();
    const change = putAnnotation(anAnnotation(on, "left Hama", { opId: anOp() }));
    const answers = (await Promise.all(Array.from({ length: 20 }, () => said(analyst, on, change)))).flat();
    expect(answers.toSorted()).toEqual(["created 1 open", ...Array.from({ length: 19 }, () => "replayed 1 open")]);
  });

  test("a closed report takes no tags", async () => {
    const on = await report();
    await sql.rows("update report set closed_at = now(), state = 'closed' where id = $1", [on.reportId]);
    expect(await said(analyst, on, putAnnotation(anAnnotation(on, "left Hama")))).toEqual(["forbidden report-closed"]);
  });

  test("a stranger's report does not exist", async () => {
    const on = await report();
    const stranger = await aPerson(editor.workspaceId);
    expect(await changeTags(stranger, on.reportId, [])).toEqual({ ok: false, failure: { kind: "not-found" } });
  });

  test("an id in use elsewhere is nobody's here", async () => {
    const [here, there] = [await report(), await report()];
    const change = putAnnotation(anAnnotation(there, "left Hama"));
    expect(await said(analyst, there, change)).toEqual(["created 1 open"]);
    expect(await said(analyst, here, putAnnotation(anAnnotation(here, "left Hama"), change.value.id))).toEqual([
      "not-found",
    ]);
  });
});

describe("links", () => {
  test("are withdrawn with the claim they hang on, each with its own version", async () => {
    const on = await report();
    const claim = putAnnotation(anAnnotation(on, "Hundreds of people left Hama"));
    const link = putRelation(aRelation(claim.value.id));
    expect(await said(analyst, on, claim, link)).toEqual(["created 1 open", "created 1 open"]);
    expect(await said(analyst, on, withdrawal(claim.value.id, 1))).toEqual(["withdrawn 2 withdrawn"]);
    expect(await rowsOf(link.value.id)).toMatchObject({
      version: 2,
      state: "withdrawn",
      entries: ["tagged", "withdrew-tag"],
    });
    expect(await said(analyst, on, putRelation({ ...link.value.body, version: 2 }, link.value.id))).toEqual([
      "invalid from",
    ]);
  });

  test("hold on while a claim is withdrawn at the same moment: no link is left without its end", async () => {
    for (let round = 0; round < 10; round += 1) {
      const on = await report();
      const claim = putAnnotation(anAnnotation(on, "Hundreds of people left Hama"));
      const link = putRelation(aRelation(claim.value.id));
      await said(analyst, on, claim);
      await Promise.all([said(analyst, on, link), said(editor, on, withdrawal(claim.value.id, 1))]);
      expect((await rowsOf(link.value.id))?.state ?? "withdrawn").toBe("withdrawn");
    }
  });
});

describe("a batch", () => {
  test("answers each change for itself and tells dependants what they waited for", async () => {
    const on = await report();
    const claim = putAnnotation(anAnnotation(on, "Hundreds of people left Hama"));
    const wrong = putAnnotation(anAnnotation(on, "Hama", { segments: [{ start: 0, end: 4, quote: "Homs" }] }));
    expect(
      await said(
        analyst,
        on,
        claim,
        wrong,
        putRelation(aRelation(claim.value.id)),
        putRelation(aRelation(wrong.value.id)),
        putAnnotation({ ...claim.value.body, version: 1, attributes: { kind: "event" } }, claim.value.id),
      ),
    ).toEqual(["created 1 open", "invalid segments.0.quote", "created 1 open", "invalid from", "changed 2 open"]);
    expect(await rowsOf(claim.value.id)).toMatchObject({ version: 2, versions: [1, 2] });
  });

  test("is written all at once or not at all when somebody changes one of its tags meanwhile", async () => {
    const on = await report();
    const changes = Array.from({ length: 5 }, () => putAnnotation(anAnnotation(on, "left Hama")));
    await said(analyst, on, ...changes);
    const again = (who: string) =>
      changes.map(({ value }) => putAnnotation({ ...value.body, version: 1, attributes: { note: who } }, value.id));
    const [one, two] = await Promise.all([
      said(analyst, on, ...again("a")),
      said(editor, on, ...again("b").toReversed()),
    ]);
    expect([one, two].map((answers) => new Set(answers).size)).toEqual([1, 1]);
    expect([one[0], two[0]].toSorted()).toEqual(["changed 2 open", "conflict"]);
  });
});

test("the report's state follows its tags", async () => {
  const on = await report();
  const change = putAnnotation(anAnnotation(on, "left Hama"));
  expect(await stateOf(on)).toBe("new");
  await said(analyst, on, change);
  expect(await stateOf(on)).toBe("in work");
  await said(analyst, on, withdrawal(change.value.id, 1));
  expect(await stateOf(on)).toBe("new");
});

test("a change without its history entry is no change: both are kept or neither", async () => {
  const on = await report();
  const unlucky = await joins(await aPerson(editor.workspaceId), projectId, "analyst");
  await sql.rows(
    `create function refuse_unlucky() returns trigger language plpgsql as $$ begin raise 'no room'; end $$`,
  );
  await sql.rows(`create trigger unlucky before insert on entry for each row
    when (new.created_by = '${unlucky.userId}') execute function refuse_unlucky()`);
  try {
    const change = putAnnotation(anAnnotation(on, "left Hama"));
    await expect(changeTags(unlucky, on.reportId, [change])).rejects.toThrow("no room");
    expect(await rowsOf(change.value.id)).toBeUndefined();
    expect(await stateOf(on)).toBe("new");
  } finally {
    await sql.rows("drop trigger unlucky on entry");
    await sql.rows("drop function refuse_unlucky");
  }
});
