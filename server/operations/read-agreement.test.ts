import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { AgreementFigure, ProjectAgreement } from "@/domain/agreement/project/answer";
import { AskedAgreement } from "@/domain/agreement/project/asked";
import { agreementCsv } from "@/domain/agreement/project/table";
import { PutCodebook } from "@/domain/codebook/codebook";
import { MakeEntity } from "@/domain/entity/entity";
import type { Result } from "@/domain/failure";
import { type ProjectId, TagId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { changeCodebook } from "@/server/operations/change-codebook";
import { changeTag, changeTags } from "@/server/operations/change-tags";
import { decideOnTag } from "@/server/operations/decide-tags";
import { makeEntity } from "@/server/operations/entities";
import { mergeEntity } from "@/server/operations/merge-entities";
import { openLayers } from "@/server/operations/open-layers";
import { readAgreement } from "@/server/operations/read-agreement";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

type Said = [kind: string, start: number, end: number, attributes?: Record<string, unknown>];

let editor: Actor;
let reviewer: Actor;
let amal: Actor;
let badr: Actor;
let projectId: ProjectId;
let reports: BuiltReport[] = [];

/** A hundred code points, each report's own. */
async function aHundred(): Promise<BuiltReport> {
  const report = await aReport(editor, projectId, {
    text: `Report ${reports.length} ${"abcd efgh ".repeat(12)}`.slice(0, 100),
  });
  reports = [...reports, report];
  return report;
}

async function says(who: Actor, report: BuiltReport, ...tags: Said[]): Promise<TagId[]> {
  const ids: TagId[] = [];
  for (const [kind, start, end, attributes = {}] of tags) {
    const id = newId(TagId);
    const segments = [{ start, end, quote: report.text.slice(start, end) }];
    value(
      await changeTag(
        who,
        report.reportId,
        putAnnotation({ kind, revisionId: report.revisionId, segments, attributes }, id),
      ),
    );
    ids.push(id);
  }
  return ids;
}

const assigned = (who: Actor, { reportId }: BuiltReport, submitted: boolean) =>
  sql.rows(
    `insert into assignment (workspace_id, report_id, user_id, project_id, state, created_by, submitted_at)
     values ($1, $2, $3, $4, $5, $6, case when $7 then timestamptz '2026-03-04 12:00Z' end)`,
    [
      who.workspaceId,
      reportId,
      who.userId,
      projectId,
      submitted ? "submitted" : "in progress",
      editor.userId,
      submitted,
    ],
  );

const asks = async (query: Record<string, string> = {}, who = reviewer): Promise<ProjectAgreement> =>
  value(await readAgreement(who, projectId, AskedAgreement.parse({ resamples: "100", ...query })));

function figure(figures: readonly AgreementFigure[], measure: string): AgreementFigure {
  const found = figures.find((each) => each.measure === measure);
  if (!found) throw new Error(`Nobody measured ${measure}.`);
  return found;
}

beforeAll(async () => {
  const workspaceId = await aWorkspace();
  editor = await aPerson(workspaceId, { name: "Editor" });
  projectId = await aProject(editor, { mode: "independent" });
  reviewer = await joins(await aPerson(workspaceId, { name: "Reviewer" }), projectId, "reviewer");
  amal = await joins(await aPerson(workspaceId, { name: "Amal" }), projectId, "analyst");
  badr = await joins(await aPerson(workspaceId, { name: "Badr" }), projectId, "analyst");

  const near = await aHundred();
  await says(amal, near, ["claim", 0, 10, { certainty: "possible", kind: "event" }], ["place", 20, 30]);
  await says(badr, near, ["claim", 0, 10, { certainty: "certain", kind: "event" }], ["place", 20, 25]);
  const apart = await aHundred();
  await says(amal, apart, ["claim", 0, 10]);
  await says(badr, apart, ["place", 0, 10]);
  for (const report of [near, apart]) value(await openLayers(reviewer, report.reportId));
});

describe("with two analysts on two reports", () => {
  test("figures are those worked out by hand", async () => {
    const { figures, about, byKind } = await asks();
    expect(about.reports).toMatchObject({ open: 2, compared: 2, blind: 0 });
    expect(about.people).toMatchObject([
      { name: "Amal", reports: 2, tags: 3 },
      { name: "Badr", reports: 2, tags: 3 },
    ]);
    // Both have three tags; one is the same, two have the same borders, two touch one with the same label.
    expect(figure(figures, "spanF1Exact").pooled.value).toBeCloseTo(1 / 3, 12);
    expect(figure(figures, "spanF1Exact").meanOfReports).toMatchObject({ value: 0.25, reports: 2 });
    expect(figure(figures, "spanF1Borders").pooled.value).toBeCloseTo(2 / 3, 12);
    expect(figure(figures, "spanF1Overlap").pooled.value).toBeCloseTo(2 / 3, 12);
    expect(figure(figures, "borderLabelAgreement")).toMatchObject({
      pooled: { value: 0.5 },
      coverage: { of: "spans", used: 4, seen: 6 },
    });
    // 200 positions: claim/claim 10, place/place 5, place/none 5, claim/place 10, none/none 170.
    expect(figure(figures, "observed").pooled.value).toBeCloseTo(185 / 200, 12);
    const chance = (20 * 10 + 10 * 15 + 170 * 175) / 200 ** 2;
    expect(figure(figures, "cohenKappa")).toMatchObject({
      pooled: { value: expect.closeTo((0.925 - chance) / (1 - chance), 12) },
      coverage: { of: "positions", used: 200, seen: 200 },
      n: { reports: 2, raters: 2 },
      explained: "/help/agreement#cohenKappa",
    });
    const claims = byKind.find(({ kind }) => kind === "claim")?.figures ?? [];
    expect(figure(claims, "spanF1Exact").pooled.value).toBeCloseTo(2 / 3, 12);
    expect(figures.map(({ measure }) => measure)).not.toContain("gamma");
  });

  test("attributes are compared where borders and kind are the same", async () => {
    const { byAttribute } = await asks();
    expect(byAttribute.map(({ kind, attribute }) => `${kind}.${attribute}`)).toEqual(["claim.kind", "claim.certainty"]);
    const [kind, certainty] = byAttribute;
    expect(figure(kind?.figures ?? [], "cohenKappa").pooled).toEqual({ value: null, why: "one-category" });
    expect(figure(kind?.figures ?? [], "cohenKappa").sentence).toContain("used the same category");
    expect(figure(certainty?.figures ?? [], "observed")).toMatchObject({
      pooled: { value: 0 },
      coverage: { of: "items", used: 1, seen: 2 },
    });
  });

  test("differences lead to the tags they are between", async () => {
    const { confusion, confused, reports: worst } = await asks();
    expect(confusion).toEqual({
      labels: ["claim", "place", "nothing"],
      symmetric: false,
      cells: [
        [1, 1, 0],
        [0, 1, 0],
        [0, 0, 0],
      ],
    });
    expect(confused).toHaveLength(1);
    expect(confused[0]).toMatchObject({ labels: ["claim", "place"], count: 1 });
    const [place] = confused[0]?.places ?? [];
    expect(place).toMatchObject({ reportId: reports[1]?.reportId, start: 0, end: 10 });
    const kinds = await sql.rows<{ kind: string }>(
      "select kind from tag where workspace_id = $1 and id = any($2::uuid[]) order by kind",
      [editor.workspaceId, place?.tagIds],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(["claim", "place"]);
    expect(worst.map(({ id }) => id)).toEqual([reports[1]?.reportId, reports[0]?.reportId]);
  });

  test("the same seed gives the same answer; words, γ, hidden names and a table can be asked for", async () => {
    const once = await asks({ seed: "7" });
    expect(await asks({ seed: "7" })).toEqual(once);
    const hidden = await asks({ names: "hidden", positions: "words", measures: "gamma,spanF1Borders" });
    expect(hidden.about.people.map(({ id, name }) => `${id}${name}`)).toEqual(["AA", "BB"]);
    expect(JSON.stringify(hidden)).not.toContain("Amal");
    expect(hidden.figures.map(({ measure }) => measure)).toEqual(["spanF1Borders", "gamma"]);
    const gamma = figure(hidden.figures, "gamma");
    expect(gamma.pooled.value).toBeLessThan(1);
    expect(gamma).toMatchObject({ precision: 0.02, n: { reports: 2, raters: 2 } });
    expect(gamma.samples).toBeGreaterThanOrEqual(60);
    const table = [...agreementCsv(once)].join("");
    expect(table.split("\r\n")[0]).toContain("section,kind,attribute");
    expect(table).toContain("all,,,,,,,,spanF1Exact,mean of reports,0.25,");
  });

  test("filters narrow it, down to why there is no number", async () => {
    const claims = await asks({ kinds: "claim" });
    expect(claims.about.kinds).toEqual([{ kind: "claim", name: "claim" }]);
    expect(figure(claims.figures, "spanF1Exact").pooled.value).toBeCloseTo(2 / 3, 12);
    const alone = await asks({ people: amal.userId });
    expect(figure(alone.figures, "spanF1Exact").pooled).toEqual({ value: null, why: "one-rater" });
    const before = await asks({ to: "2020-01-01" });
    expect(before.about.reports).toMatchObject({ open: 2, compared: 0 });
  });
});

describe("blind work", () => {
  test("is not counted before the layers open, and analysts are not told", async () => {
    const blind = await aHundred();
    await says(amal, blind, ["claim", 0, 10]);
    await says(badr, blind, ["claim", 0, 10]);
    const before = await asks();
    expect(before.about.reports).toMatchObject({ open: 2, compared: 2, blind: 1 });
    expect(JSON.stringify(before)).not.toContain(blind.reportId);
    for (const who of [amal, badr])
      expect(await readAgreement(who, projectId, AskedAgreement.parse({}))).toMatchObject({
        failure: { kind: "forbidden", reason: "needs-reviewer" },
      });
    value(await openLayers(reviewer, blind.reportId));
    const after = await asks();
    expect(after.about.reports).toMatchObject({ open: 3, compared: 3, blind: 0 });
    expect(figure(after.figures, "spanF1Exact").pooled.value).toBeCloseTo(2 / 4, 12);
  });

  test("counts as it was before people saw each other's, unless asked otherwise", async () => {
    const report = await aHundred();
    const [own] = await says(amal, report, ["claim", 0, 10]);
    await says(badr, report, ["place", 0, 10]);
    const opened = value(await openLayers(reviewer, report.reportId));
    await expect.poll(() => Date.now()).toBeGreaterThan(Date.parse(opened.layersOpenedAt) + 1);
    const segments = [{ start: 0, end: 10, quote: report.text.slice(0, 10) }];
    const body = { kind: "place", revisionId: report.revisionId, segments, attributes: {}, version: 1 };
    value(await changeTag(amal, report.reportId, putAnnotation(body, own)));
    const own1 = async (layers: string) =>
      (await asks({ layers })).reports.find(({ id }) => id === report.reportId)?.figures.at(-1)?.value;
    expect(await own1("blind")).toBe(0);
    expect(await own1("now")).toBe(1);
  });

  test("of somebody who has not submitted is not compared, and a submission without a tag is", async () => {
    const [halfDone, silent] = [await aHundred(), await aHundred()];
    for (const report of [halfDone, silent]) await says(amal, report, ["claim", 0, 10]);
    await says(badr, halfDone, ["claim", 0, 10]);
    await assigned(badr, halfDone, false);
    await assigned(badr, silent, true);
    for (const report of [halfDone, silent]) value(await openLayers(reviewer, report.reportId));
    const { reports: compared, overTime } = await asks();
    const ids = compared.map(({ id }) => id);
    expect(ids).not.toContain(halfDone.reportId);
    expect(compared.find(({ id }) => id === silent.reportId)).toMatchObject({ week: "2026-03-02", tags: 1 });
    expect(overTime[0]).toMatchObject({ week: "2026-03-02", reports: 1 });
  });
});

test("in a shared project it says what reviewers made of other people's tags", async () => {
  const shared = await aProject(editor, { mode: "shared" });
  await joins(amal, shared, "analyst");
  await joins(reviewer, shared, "reviewer");
  const report = await aReport(editor, shared);
  const tags = await says(amal, report, ["claim", 0, 5], ["claim", 6, 9], ["place", 10, 14], ["claim", 15, 18]);
  const [one, two, three] = tags;
  for (const id of [one, two])
    if (id)
      value(await decideOnTag(reviewer, { id, type: "annotation" }, { decision: "accept", version: 1, reason: "" }));
  if (three)
    value(
      await decideOnTag(
        reviewer,
        { id: three, type: "annotation" },
        { decision: "reject", version: 1, reason: "No place." },
      ),
    );
  const answer = value(await readAgreement(reviewer, shared, AskedAgreement.parse({})));
  expect(answer).toMatchObject({
    mode: "shared",
    figures: [],
    review: [
      { kind: "claim", decided: 2, unchanged: 2, share: { value: 1, low: expect.closeTo(0.342, 2), high: 1 } },
      { kind: "place", decided: 1, rejected: 1, share: { value: 0 } },
    ],
  });
});

test("claims that two people made on the same words in another order are the same items", async () => {
  const before = projectId;
  projectId = await aProject(editor, { mode: "independent" });
  for (const who of [amal, badr]) await joins(who, projectId, "analyst");
  await joins(reviewer, projectId, "reviewer");
  const report = await aHundred();
  const made = async (who: Actor, order: readonly (readonly [string, number])[]) => {
    for (const [certainty, at] of order) {
      const [claim, source] = await says(who, report, ["claim", 30, 60, { certainty }], ["source", at, at + 4]);
      if (!claim || !source) throw new Error("Both were tagged.");
      value(await changeTag(who, report.reportId, putRelation(aRelation(claim, { to: source }))));
    }
  };
  const [certain, possible] = [
    ["certain", 12],
    ["possible", 17],
  ] as const;
  await made(amal, [certain, possible]);
  await made(badr, [possible, certain]);
  value(await openLayers(reviewer, report.reportId));
  const { byAttribute } = await asks();
  const certainty = byAttribute.find(({ attribute }) => attribute === "certainty");
  expect(figure(certainty?.figures ?? [], "observed").pooled.value).toBe(1);
  projectId = before;
});

test("two names of one source are the same answer once they are merged", async () => {
  const before = projectId;
  projectId = await aProject(editor, { mode: "independent" });
  for (const who of [amal, badr]) await joins(who, projectId, "analyst");
  await joins(reviewer, projectId, "reviewer");
  const named = async (name: string) =>
    value(await makeEntity(editor, projectId, MakeEntity.parse({ name, kind: "media outlet" }))).id;
  const [one, two, other] = [await named("Furat"), await named("Al-Furat"), await named("Tigris")];
  const report = await aHundred();
  await says(amal, report, ["source", 10, 14, { entityId: one }], ["source", 30, 34, { entityId: other }]);
  await says(badr, report, ["source", 10, 14, { entityId: two }], ["source", 30, 34, { entityId: other }]);
  value(await openLayers(reviewer, report.reportId));
  const observed = async () => {
    const { byAttribute } = await asks();
    const entity = byAttribute.find(({ attribute }) => attribute === "entityId");
    return figure(entity?.figures ?? [], "observed").pooled.value;
  };
  expect(await observed()).toBe(0.5);
  value(await mergeEntity(editor, two, { into: one }));
  expect(await observed()).toBe(1);
  projectId = before;
});

test("attributes of a project's own labels are compared as those of claims are, but for free text", async () => {
  const before = projectId;
  projectId = await aProject(editor, { mode: "independent" });
  for (const who of [amal, badr]) await joins(who, projectId, "analyst");
  await joins(reviewer, projectId, "reviewer");
  const choices = ["intact", "burnt", "mined"].map((slug) => ({ slug, name: slug }));
  const attributes = [
    { slug: "state", name: "State", type: "choice", choices },
    { slug: "signs", name: "Signs", type: "choices", choices },
    { slug: "held-by", name: "Held by", type: "entity" },
    { slug: "marks", name: "Marks", type: "text" },
  ];
  const labels = [{ slug: "bridge", name: "Bridge", attributes }];
  value(await changeCodebook(editor, projectId, PutCodebook.parse({ labels, version: 1 })));
  const { id: entityId } = value(
    await makeEntity(editor, projectId, MakeEntity.parse({ name: "Army", kind: "armed or state actor" })),
  );
  const report = await aHundred();
  const heldBy = { "held-by": { entityId } };
  await says(
    amal,
    report,
    ["label:bridge", 0, 10, { state: "intact", signs: ["mined", "burnt"], marks: "a cross", ...heldBy }],
    ["label:bridge", 20, 30, { state: "burnt", ...heldBy }],
  );
  await says(
    badr,
    report,
    ["label:bridge", 0, 10, { state: "intact", signs: ["burnt", "mined"], marks: "one cross", ...heldBy }],
    ["label:bridge", 20, 30, { state: "mined", ...heldBy }],
  );
  value(await openLayers(reviewer, report.reportId));
  const { byAttribute } = await asks();
  expect(byAttribute.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "label:bridge State",
    "label:bridge Signs",
    "label:bridge Held by",
  ]);
  expect(byAttribute.map(({ figures }) => figure(figures, "observed").pooled.value)).toEqual([0.5, 1, 1]);
  const asked = await asks({ attribute: "label:bridge.state" });
  expect(asked.byAttribute.map(({ attribute }) => attribute)).toEqual(["state"]);
  projectId = before;
});

test("attributes of a project's own links are compared where people join the same with them", async () => {
  const before = projectId;
  projectId = await aProject(editor, { mode: "independent" });
  for (const who of [amal, badr]) await joins(who, projectId, "analyst");
  await joins(reviewer, projectId, "reviewer");
  const choices = ["owns", "hires"].map((slug) => ({ slug, name: slug }));
  const attributes = [
    { slug: "how", name: "How", type: "choice", choices },
    { slug: "why", name: "Why", type: "text" },
  ];
  const relationTypes = [{ slug: "backs", name: "Backs", from: ["place"], to: ["place"], attributes }];
  value(await changeCodebook(editor, projectId, PutCodebook.parse({ relationTypes, version: 1 })));
  const report = await aHundred();
  const joinsThem = async (who: Actor, how: readonly [first: string, back: string]) => {
    const [one, two, three] = await says(who, report, ["place", 0, 10], ["place", 20, 30], ["place", 40, 50]);
    const link = async (from: TagId | undefined, to: TagId | undefined, said: string) =>
      from &&
      to &&
      value(
        await changeTag(
          who,
          report.reportId,
          putRelation({
            ...aRelation(from, { to }),
            kind: "relation:backs",
            attributes: { how: said, why: who.userId },
          }),
        ),
      );
    await link(one, two, how[0]);
    await link(two, one, how[1]);
    // Only one of them has it: it is no item of two.
    if (who === amal) await link(one, three, "owns");
  };
  await joinsThem(amal, ["owns", "owns"]);
  await joinsThem(badr, ["owns", "hires"]);
  value(await openLayers(reviewer, report.reportId));
  for (const asked of [await asks(), await asks({ layers: "now" })]) {
    expect(asked.byAttribute.map(({ kind, kindName, name }) => `${kind} ${kindName} ${name}`)).toEqual([
      "relation:backs Backs How",
    ]);
    const { pooled, coverage } = figure(asked.byAttribute[0]?.figures ?? [], "observed");
    expect(pooled.value).toBe(0.5);
    expect(coverage).toMatchObject({ of: "items", used: 2, seen: 3 });
  }
  projectId = before;
});

test("places at which people differ are told in the words that were tagged", async () => {
  const { confused } = await asks();
  const places = confused.flatMap((each) => each.places);
  expect(places.length).toBeGreaterThan(0);
  for (const { tagIds, quotes, start, end, reportId } of places) {
    const text = reports.find((each) => each.reportId === reportId)?.text.slice(start, end);
    expect(quotes.map((quote) => quote !== null)).toEqual(tagIds.map((id) => id !== null));
    expect(quotes).toContain(text);
  }
});

test("tags that began as suggestions are left out on request", async () => {
  const own = await aProject(editor, { mode: "independent" });
  for (const person of [amal, badr]) await joins(person, own, "analyst");
  const report = await aReport(editor, own, { text: `Hama and Homs. ${newId(TagId)}` });
  for (const [person, origin] of [
    [amal, "person"],
    [badr, "engine:words"],
  ] as const) {
    const tags = ["Hama", "Homs"].map((words, nth) =>
      putAnnotation(anAnnotation(report, words, { kind: "place", ...(nth === 0 ? { origin } : {}) })),
    );
    value(await changeTags(person, report.reportId, tags));
  }
  await sql.rows("update report set layers_opened_at = now() where id = $1", [report.reportId]);
  const tags = async (proposals: "with" | "without") => {
    const asked = AskedAgreement.parse({ resamples: "100", layers: "now", proposals });
    const { about } = value(await readAgreement(editor, own, asked));
    return [about.proposals, ...about.people.map((each) => each.tags)];
  };
  expect(await tags("with")).toEqual(["with", 2, 2]);
  expect(await tags("without")).toEqual(["without", 2, 1]);
});
