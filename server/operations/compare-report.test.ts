import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { MakeEntity } from "@/domain/entity/entity";
import type { Result } from "@/domain/failure";
import { type ProjectId, TagId } from "@/domain/ids";
import type { ProjectRole } from "@/domain/project/project";
import type { ReportComparison } from "@/domain/review/compare/answer";
import { Merging } from "@/domain/review/compare/strategy";
import { countsIn } from "@/domain/review/counting";
import type { Tag } from "@/domain/tag/tag";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, inShort, putAnnotation, putRelation, withdrawal } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { changeTag, changeTags } from "@/server/operations/change-tags";
import { compareReport } from "@/server/operations/compare-report";
import { makeEntity } from "@/server/operations/entities";
import { listReports } from "@/server/operations/list-reports";
import { mergeEntity } from "@/server/operations/merge-entities";
import { mergeLayers } from "@/server/operations/merge-layers";
import { openLayers } from "@/server/operations/open-layers";
import { readTags } from "@/server/operations/read-tags";

const people: Record<string, Actor> = {};
const person = (name: string): Actor => {
  const found = people[name];
  if (!found) throw new Error(`Nobody is called ${name}.`);
  return found;
};
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

const roles: Record<string, ProjectRole> = { rana: "analyst", sami: "analyst", reviewer: "reviewer", reader: "reader" };

let projectId: ProjectId;
let on: BuiltReport;

beforeAll(async () => {
  const editor = await aPerson(await aWorkspace(), { name: "Editor" });
  people["editor"] = editor;
  projectId = await aProject(editor, { mode: "independent" });
  for (const [name, role] of Object.entries(roles)) {
    people[name] = await joins(await aPerson(editor.workspaceId, { name }), projectId, role);
  }
});

type Tagged = { claim: TagId; place: TagId; link: TagId };

/** An analyst tags a claim and its place and links them; `place` are the words they mark as the place. */
async function tags(name: string, place = "Hama", attributes = {}): Promise<Tagged> {
  const ids = { claim: newId(TagId), place: newId(TagId), link: newId(TagId) };
  const who = person(name);
  const claim = anAnnotation(on, "Hundreds of people left Hama", { attributes });
  value(await changeTag(who, on.reportId, putAnnotation(claim, ids.claim)));
  value(await changeTag(who, on.reportId, putAnnotation(anAnnotation(on, place, { kind: "place" }), ids.place)));
  const link = { ...aRelation(ids.claim, { to: ids.place }), kind: "located-at" as const };
  value(await changeTag(who, on.reportId, putRelation(link, ids.link)));
  return ids;
}

let rana: Tagged;
let sami: Tagged;

/** Two analysts agree on a claim and where it happened, but not on how far the name of the place goes. */
beforeEach(async () => {
  on = await aReport(person("editor"), projectId);
  rana = await tags("rana");
  sami = await tags("sami", "left Hama");
});

const open = async () => value(await openLayers(person("reviewer"), on.reportId));
const compared = async (name = "reviewer", anonymous = false) =>
  value(await compareReport(person(name), on.reportId, { anonymous }));
const classes = ({ annotations, relations }: ReportComparison) =>
  [...annotations, ...relations].map(({ type, class: is, final }) => `${type} ${is}${final ? " settled" : ""}`);
const merged = (merging: Partial<Merging> = {}, name = "reviewer") =>
  mergeLayers(person(name), on.reportId, Merging.parse({ strategy: "all-agree", ...merging }));

describe("a comparison", () => {
  test.each([
    { who: "reviewer", before: "layers-closed", after: "seen" },
    { who: "editor", before: "layers-closed", after: "seen" },
    { who: "rana", before: "layers-closed", after: "seen" },
    { who: "reader", before: "needs-analyst", after: "needs-analyst" },
  ])("$who: $before while they work blind, then $after", async ({ who, before, after }) => {
    const asks = async () => {
      const answer = await compareReport(person(who), on.reportId, { anonymous: true });
      if (answer.ok) return "seen";
      return answer.failure.kind === "forbidden" ? answer.failure.reason : answer.failure.kind;
    };
    expect(await asks()).toBe(before);
    await open();
    expect(await asks()).toBe(after);
  });

  test("is hidden from strangers and empty of meaning in a shared project", async () => {
    const stranger = await aPerson(await aWorkspace());
    expect(await compareReport(stranger, on.reportId, { anonymous: false })).toMatchObject({
      failure: { kind: "not-found" },
    });
    const shared = await aReport(person("editor"), await aProject(person("editor")));
    expect(await compareReport(person("editor"), shared.reportId, { anonymous: false })).toMatchObject({
      failure: { kind: "invalid" },
    });
  });

  test("says what is alike and what is not", async () => {
    await open();
    const comparison = await compared();
    expect(classes(comparison).toSorted()).toEqual([
      "annotation agreed",
      "annotation other-borders",
      "relation agreed",
    ]);
    expect(comparison.analysts.map(({ name }) => name).toSorted()).toEqual(["rana", "sami"]);
    expect(comparison.counts.annotations).toMatchObject({ agreed: 1, "other-borders": 1 });
    expect(comparison.pairs).toMatchObject([{ annotations: { agreed: 1, "other-borders": 1 } }]);
    expect(comparison.progress).toEqual({ settled: 0, of: 3 });
  });

  test("takes two names of one source for one, once they are merged", async () => {
    const named = async (name: string) =>
      value(await makeEntity(person("editor"), projectId, MakeEntity.parse({ name, kind: "media outlet" }))).id;
    const [one, two] = [await named(`Furat ${on.reportId}`), await named(`Al-Furat ${on.reportId}`)];
    for (const [who, entityId] of [
      ["rana", one],
      ["sami", two],
    ] as const) {
      const words = anAnnotation(on, "a senior military source", { kind: "source", attributes: { entityId } });
      value(await changeTag(person(who), on.reportId, putAnnotation(words)));
    }
    await open();
    expect((await compared()).counts.annotations).toMatchObject({ agreed: 1, "attributes-differ": 1 });
    value(await mergeEntity(person("editor"), two, { into: one }));
    expect((await compared()).counts.annotations).toMatchObject({ agreed: 2, "attributes-differ": 0 });
  });

  test("counts an analyst who handed in and tagged nothing", async () => {
    const third = await joins(await aPerson(person("editor").workspaceId, { name: "Third" }), projectId, "analyst");
    await sql.rows(
      `insert into assignment (workspace_id, report_id, user_id, project_id, state, created_by)
       values ($1, $2, $3, $4, 'submitted', $3)`,
      [third.workspaceId, on.reportId, third.userId, projectId],
    );
    await open();
    const comparison = await compared();
    expect(comparison.analysts).toHaveLength(3);
    expect(comparison.counts.annotations.agreed).toBe(0);
    expect(comparison.annotations[0]?.missing).toEqual([third.userId]);
  });

  test("names nobody when names are hidden, and calls everybody the same each time", async () => {
    await open();
    value(await merged({ strategy: "agree-where-present" }));
    const comparison = await compared("reviewer", true);
    const text = JSON.stringify(comparison);
    for (const { userId, name } of Object.values(people)) {
      expect(text).not.toContain(userId);
      expect(text).not.toContain(`"${name}"`);
    }
    expect(comparison.analysts.map(({ key }) => key)).toEqual(["A", "B"]);
    expect(await compared("sami", true)).toEqual(comparison);
  });

  test("hides names by the project's own wish", async () => {
    await open();
    await sql.rows(`update project set review = '{"anonymousComparison": true}' where id = $1`, [projectId]);
    expect((await compared()).anonymous).toBe(true);
    await sql.rows(`update project set review = '{}' where id = $1`, [projectId]);
  });
});

describe("a merge", () => {
  beforeEach(open);

  const finals = async () =>
    sql.rows<{ id: TagId; state: string; derived: TagId[]; kind: string }>(
      "select id, state, derived_from as derived, kind from tag where report_id = $1 and layer = 'final' order by kind",
      [on.reportId],
    );

  test("makes final tags of what all say, each derived from what was weighed", async () => {
    expect(value(await merged())).toEqual({
      preview: false,
      made: { annotations: 1, relations: 0 },
      kept: 0,
      changedSince: 0,
      left: { disagree: 1, "too-few": 0, tie: 0, "end-missing": 1 },
    });
    const [claim] = await finals();
    expect(claim).toMatchObject({ kind: "claim", state: "accepted" });
    expect(claim?.derived.toSorted()).toEqual([rana.claim, sami.claim].toSorted());
    expect(classes(await compared())).toContain("annotation agreed settled");
  });

  test("counts before it writes", async () => {
    expect(value(await merged({ preview: true }))).toMatchObject({ preview: true, made: { annotations: 1 } });
    expect(await finals()).toEqual([]);
  });

  test("twice keeps every decision, also what was left out", async () => {
    value(await merged());
    const reviewer = person("reviewer");
    const [claim] = await finals();
    const own = anAnnotation(on, "Hama", { kind: "place", derivedFrom: [rana.place, sami.place] });
    const place = value(await changeTag(reviewer, on.reportId, putAnnotation(own)));
    value(
      await changeTag(reviewer, on.reportId, {
        ok: true,
        value: { deed: "withdraw", id: place.id, version: 1 },
      }),
    );
    const before = await finals();
    expect(value(await merged({ strategy: "vote", minimumVotes: 1 }))).toMatchObject({
      made: { annotations: 0, relations: 0 },
      kept: 3,
    });
    expect(await finals()).toEqual(before);
    expect(before.find(({ id }) => id === claim?.id)?.state).toBe("accepted");
  });

  test("flags what changed after it was settled and leaves it as it is", async () => {
    value(await merged());
    const changed = anAnnotation(on, "Hundreds of people left Hama", {
      version: 1,
      attributes: { certainty: "possible" },
    });
    value(await changeTag(person("sami"), on.reportId, putAnnotation(changed, sami.claim)));
    expect(value(await merged())).toMatchObject({ made: { annotations: 0 }, kept: 1, changedSince: 1 });
    const group = (await compared()).annotations.find(({ tags: all }) => all.some(({ tag }) => tag.id === sami.claim));
    expect(group).toMatchObject({ class: "attributes-differ", final: { changedSince: true, leftOut: false } });
  });

  test("at the same time by two reviewers makes everything once", async () => {
    const [one, other] = await Promise.all([merged(), merged({}, "editor")]);
    expect(value(one).made.annotations + value(other).made.annotations).toBe(1);
    expect(await finals()).toHaveLength(1);
  });

  test("is for reviewers, on open reports", async () => {
    expect(await merged({}, "rana")).toMatchObject({ failure: { reason: "needs-reviewer" } });
    await sql.rows("update report set closed_at = now() where id = $1", [on.reportId]);
    expect(await merged()).toMatchObject({ failure: { reason: "report-closed" } });
  });
});

describe("deciding by hand", () => {
  beforeEach(open);

  test("takes, drops and takes up again what a group is about", async () => {
    const reviewer = person("reviewer");
    const id = newId(TagId);
    const taking = anAnnotation(on, "Hama", { kind: "place", derivedFrom: [rana.place, sami.place] });
    const changes = [
      putAnnotation(taking, id),
      { ok: true as const, value: { deed: "withdraw" as const, id, version: 1 } },
      putAnnotation({ ...taking, version: 2 }, id),
      { ok: true as const, value: { deed: "withdraw" as const, id, version: 3, undecided: true as const } },
    ];
    const settled = async () => (await compared()).progress.settled;
    const said: [string, number][] = [];
    for (const change of changes) {
      const [answer] = value(await changeTags(reviewer, on.reportId, [change]));
      if (answer) said.push([inShort(answer), await settled()]);
    }
    expect(said).toEqual([
      ["created 1 accepted", 1],
      ["withdrawn 2 withdrawn", 2],
      ["restored 3 accepted", 1],
      ["withdrawn 4 withdrawn", 0],
    ]);
  });

  test("two who settle the same at once: one of them is told what the other settled", async () => {
    const taking = (words: string, derivedFrom: TagId[]) =>
      putAnnotation(anAnnotation(on, words, { kind: "place", derivedFrom }));
    for (const [one, other] of [
      [[rana.place, sami.place], [sami.place]],
      [[rana.place], [rana.place, sami.place]],
    ] as const) {
      const answers = await Promise.all([
        changeTag(person("reviewer"), on.reportId, taking("Hama", [...one])),
        changeTag(person("editor"), on.reportId, taking("left Hama", [...other])),
      ]);
      const settled = answers.find(({ ok }) => ok);
      const tag = settled?.ok ? settled.value : undefined;
      expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
      expect(answers.find(({ ok }) => !ok)).toMatchObject({ failure: { kind: "conflict", current: { id: tag?.id } } });
      const { value: undecide } = { value: { deed: "withdraw" as const, id: tag?.id ?? newId(TagId), version: 1 } };
      value(await changeTag(person("editor"), on.reportId, { ok: true, value: { ...undecide, undecided: true } }));
    }
  });

  test("what was left out on purpose is settled, and two final tags of one are made by naming the first", async () => {
    const reviewer = person("reviewer");
    const taking = anAnnotation(on, "Hama", { kind: "place", derivedFrom: [rana.place, sami.place] });
    const first = value(await changeTag(reviewer, on.reportId, putAnnotation(taking)));
    const leftOut = { deed: "withdraw" as const, id: first.id, version: 1 };
    value(await changeTag(reviewer, on.reportId, { ok: true, value: leftOut }));
    const again = await changeTag(person("editor"), on.reportId, putAnnotation(taking));
    expect(again).toMatchObject({ failure: { kind: "conflict", current: { id: first.id, state: "withdrawn" } } });
    const beside = putAnnotation({ ...taking, beside: [first.id] });
    expect(await changeTag(person("editor"), on.reportId, beside)).toMatchObject({ ok: true });
  });

  test("shows in the tag what it was derived from", async () => {
    const body = anAnnotation(on, "Hama", { kind: "place", derivedFrom: [rana.place] });
    value(await changeTag(person("reviewer"), on.reportId, putAnnotation(body)));
    const { annotations } = JSON.parse(value(await readTags(person("reviewer"), on.reportId, { withdrawn: false })));
    expect(annotations.find(({ layer }: { layer: string }) => layer === "final").derivedFrom).toEqual([rana.place]);
  });
});

describe("the reports table and the comparison", () => {
  beforeEach(open);

  /** The report's row as its reviewer has it, beside what the rule says of all its tags. */
  async function counted() {
    const reviewer = person("reviewer");
    const asked = { projectId, filters: {}, limit: 100, after: undefined };
    const row = value(await listReports(reviewer, asked)).items.find(({ id }) => id === on.reportId);
    const said = JSON.parse(value(await readTags(reviewer, on.reportId, { withdrawn: true })));
    const tags: Tag[] = [...said.annotations, ...said.relations];
    const byRule = countsIn(tags, "independent", true);
    expect({ tags: row?.tags, toSettle: row?.toSettle }).toEqual(byRule);
    expect((await compared()).toSettle).toEqual(byRule.toSettle);
    return { state: row?.state, ...byRule.toSettle };
  }

  test("count the same tags, and nothing is reviewed before all of them are settled", async () => {
    expect(await counted()).toEqual({ state: "new", tags: 6, settled: 0 });
    value(await merged());
    expect(await counted()).toEqual({ state: "in review", tags: 6, settled: 2 });
    const reviewer = person("reviewer");
    const place = newId(TagId);
    const taken = anAnnotation(on, "Hama", { kind: "place", derivedFrom: [rana.place, sami.place] });
    value(await changeTag(reviewer, on.reportId, putAnnotation(taken, place)));
    expect(await counted()).toEqual({ state: "in review", tags: 6, settled: 4 });
    value(await changeTag(reviewer, on.reportId, withdrawal(place, 1)));
    expect(await counted()).toEqual({ state: "reviewed", tags: 6, settled: 6 });
  });
});
