import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { EventContent } from "@/domain/event/event";
import type { Failure, Result } from "@/domain/failure";
import { EventId, type ProjectId, type ReportId, TagId, VerdictId } from "@/domain/ids";
import type { ClaimAttributes } from "@/domain/tag/claim";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport, type BuiltReport } from "@/prisma/builders/report";
import { anAnnotation, anOp, aRelation, putAnnotation, putRelation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";
import { changeEvent, decideOnEvent, makeEvent } from "@/server/operations/change-events";
import { changeTags } from "@/server/operations/change-tags";
import { decideOnTag, undoVerdict } from "@/server/operations/decide-tags";
import { deleteReport } from "@/server/operations/erase";
import { exportSheet } from "@/server/operations/export-sheet";
import { mergeEvents, splitEvent, undoJoining } from "@/server/operations/merge-events";
import { noteReport, unnoteReport } from "@/server/operations/note-report";
import { listEvents, proposedEvents, readEvent } from "@/server/operations/read-events";

let editor: Actor;
let reviewer: Actor;
let analyst: Actor;
let reader: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
  projectId = await aProject(editor);
  const joined = async (role: "reviewer" | "analyst" | "reader") =>
    joins(await aPerson(editor.workspaceId), projectId, role);
  [reviewer, analyst, reader] = [await joined("reviewer"), await joined("analyst"), await joined("reader")];
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
const failure = (result: Result<unknown>): Failure["kind"] | "ok" => (result.ok ? "ok" : result.failure.kind);

const happened = { kind: "event", polarity: "affirmed", certainty: "certain", standing: "asserted" } as const;
const text = (outlet: string, nth = 0) =>
  `Clash ${nth}\n\nThree people were killed near Hama on Saturday, ${outlet} says. ${newId(EventId)}`;

/** An accepted claim on a report of its own, with its report. */
async function aClaim(
  attributes: ClaimAttributes = {},
  { outlet = "North", on }: { outlet?: string; on?: BuiltReport } = {},
) {
  const report = on ?? (await aReport(editor, projectId, { outlet, text: text(outlet) }));
  const id = newId(TagId);
  const body = anAnnotation(report, "Three people were killed near Hama", {
    attributes: { ...happened, ...attributes },
  });
  await changed(analyst, report.reportId, [putAnnotation(body, id)]);
  value(await decideOnTag(reviewer, { id, type: "annotation" }, { decision: "accept", version: 1, reason: "" }));
  return { id, report };
}
type Sent = Parameters<typeof changeTags>[2];
async function changed(by: Actor, reportId: ReportId, changes: Sent) {
  const answers = value(await changeTags(by, reportId, changes));
  for (const each of answers) if (!each.ok) throw new Error(JSON.stringify(each.failure));
}

const supports = (...ids: TagId[]): EventContent["claims"] => ids.map((id) => ({ id, part: "supports" }));
const made = async (title: string, ...ids: TagId[]) =>
  value(await makeEvent(analyst, projectId, { title, claims: supports(...ids) }));
const accepted = async (event: { id: EventId; version: number }) =>
  value(await decideOnEvent(reviewer, event.id, { decision: "accept", version: event.version, reason: "" }));
const killed = (number: number) => ({ quantities: [{ what: "killed" as const, low: number, high: number }] });
const range = ({ derived }: { derived: { figures: { low?: number | undefined; high?: number | undefined }[] } }) =>
  derived.figures.map(({ low, high }) => [low, high]);

describe("an event", () => {
  test("counts the victims of one clash in two reports once, and two outlets as two origins", async () => {
    const [one, other] = [await aClaim(killed(3)), await aClaim(killed(3), { outlet: "South" })];
    const event = await made("Clash near Hama", one.id, other.id);
    expect(event.state).toBe("open");
    expect(range(event)).toEqual([[3, 3]]);
    expect(event.derived).toMatchObject({
      reports: 2,
      counted: 2,
      corroboration: { state: "independent", independent: 2 },
    });
  });

  test("is proposed from an accepted claim that makes a row, and no more once it is made", async () => {
    const [event, intention] = [await aClaim(), await aClaim({ kind: "intention" })];
    const leads = async () => value(await proposedEvents(analyst, projectId)).items.map(({ lead }) => lead.claimId);
    expect(await leads()).toContain(event.id);
    expect(await leads()).not.toContain(intention.id);
    await made("Clash", event.id);
    expect(await leads()).not.toContain(event.id);
  });

  test.each([
    ["a negated event", { polarity: "negated" }],
    ["an intention", { kind: "intention" }],
    ["a forecast", { kind: "forecast" }],
    ["a denial", { kind: "denial" }],
  ] as const)("is never made of %s", async (_what, attributes) => {
    const { id } = await aClaim(attributes);
    expect(await makeEvent(analyst, projectId, { title: "x", claims: supports(id) })).toMatchObject({
      ok: false,
      failure: { kind: "invalid", problems: [{ field: "claims" }] },
    });
  });

  test("has a claim that no other event has: who wants it is told which one", async () => {
    const { id } = await aClaim();
    const first = await made("First", id);
    expect(await makeEvent(analyst, projectId, { title: "Second", claims: supports(id) })).toMatchObject({
      failure: { kind: "conflict", current: { id: first.id } },
    });
  });

  test("takes no claim of another project, twice the same, or an act of a claim that it has not", async () => {
    const elsewhere = await aProject(editor);
    const { id } = await aClaim();
    const act = { outcome: "killed" as const, victim: { words: "a man" }, perpetrators: [], claims: [newId(TagId)] };
    const fields = async (project: ProjectId, content: Partial<EventContent>) => {
      const result = await makeEvent(editor, project, { title: "x", claims: supports(id), ...content });
      return result.ok || result.failure.kind !== "invalid"
        ? result
        : result.failure.problems.map(({ field }) => field);
    };
    expect(await fields(elsewhere, {})).toEqual(["claims.0.id"]);
    expect(await fields(projectId, { claims: supports(id, id) })).toEqual(["claims"]);
    expect(await fields(projectId, { acts: [act] })).toEqual(["acts.0.claims"]);
  });

  test("sent again with its opId is made once", async () => {
    const { id } = await aClaim();
    const make = { title: "Once", claims: supports(id), opId: anOp() };
    const [first, again] = await Promise.all([
      makeEvent(analyst, projectId, make),
      makeEvent(analyst, projectId, make),
    ]);
    expect(value(again).id).toBe(value(first).id);
  });
});

describe("a decision", () => {
  test("is about the version seen, and a reviewer's", async () => {
    const event = await made("Clash", (await aClaim()).id);
    const accept = { decision: "accept", version: 1, reason: "" } as const;
    expect(failure(await decideOnEvent(analyst, event.id, accept))).toBe("forbidden");
    const { id: _id, ...put } = { id: event.id, ...event.content, title: "Clash at Hama", version: 1 };
    value(await changeEvent(analyst, event.id, put));
    expect(failure(await decideOnEvent(reviewer, event.id, accept))).toBe("conflict");
    expect(value(await decideOnEvent(reviewer, event.id, { ...accept, version: 2 })).state).toBe("accepted");
  });

  test("on one's own version is a second person's where the rule is on", async () => {
    const strict = await aProject(editor, { twoPersonRule: true });
    const second = await joins(await aPerson(editor.workspaceId), strict, "reviewer");
    const report = await aReport(editor, strict);
    const id = newId(TagId);
    await changed(editor, report.reportId, [
      putAnnotation(anAnnotation(report, "Hundreds of people", { attributes: happened }), id),
    ]);
    value(await decideOnTag(second, { id, type: "annotation" }, { decision: "accept", version: 1, reason: "" }));
    const event = value(await makeEvent(editor, strict, { title: "x", claims: supports(id) }));
    const accept = { decision: "accept", version: 1, reason: "" } as const;
    expect(await decideOnEvent(editor, event.id, accept)).toMatchObject({ failure: { reason: "own-work" } });
    expect(value(await decideOnEvent(second, event.id, accept)).state).toBe("accepted");
  });

  test("to return or reject says why", async () => {
    const event = await made("Clash", (await aClaim()).id);
    const decide = { decision: "return", version: 1, reason: " " } as const;
    expect(failure(await decideOnEvent(reviewer, event.id, decide))).toBe("invalid");
    expect(value(await decideOnEvent(reviewer, event.id, { ...decide, reason: "Which day?" })).state).toBe("returned");
  });

  test("a reader sees accepted events, with accepted claims, and no others", async () => {
    const event = await made("Clash", (await aClaim()).id);
    expect(failure(await readEvent(reader, event.id))).toBe("not-found");
    await accepted(event);
    expect(value(await readEvent(reader, event.id)).members).toHaveLength(1);
    expect(failure(await changeEvent(reader, event.id, { ...event.content, version: 1 }))).toBe("forbidden");
  });
});

describe("an accepted event is open again, at a version of its own,", () => {
  test("after a change of its date, and not after one of its title", async () => {
    const event = await accepted(await made("Clash", (await aClaim()).id));
    const titled = value(
      await changeEvent(analyst, event.id, { ...event.content, title: "Clash at night", version: 1 }),
    );
    expect([titled.state, titled.version]).toEqual(["accepted", 2]);
    const date = { from: "2026-11-28", meaning: "day", precision: "day", reason: "The log." } as const;
    const dated = value(await changeEvent(analyst, event.id, { ...titled.content, date, version: 2 }));
    expect([dated.state, dated.version, dated.derived.date.basis]).toEqual(["open", 3, "analyst"]);
  });

  test("after a change of one of its claims, which then counts no more", async () => {
    const { id, report } = await aClaim(killed(3));
    const event = await accepted(await made("Clash", id));
    const body = anAnnotation(report, "Three people were killed near Hama", {
      attributes: { ...happened, ...killed(4) },
    });
    await changed(analyst, report.reportId, [putAnnotation({ ...body, version: 1 }, id)]);
    const page = value(await readEvent(analyst, event.id));
    expect([page.event.state, page.event.version, page.event.derived.counted]).toEqual(["open", 2, 0]);
    expect(page.history.map(({ did }) => did)).toEqual(["claims", "accept", "made"]);
    expect(failure(await decideOnEvent(reviewer, event.id, { decision: "accept", version: 2, reason: "" }))).toBe(
      "invalid",
    );
  });

  test("after a verdict on a claim was taken back", async () => {
    const { id } = await aClaim();
    const event = await accepted(await made("Clash", id));
    const [row] = await sql.rows<{ id: string }>("select id from verdict where tag_id = $1", [id]);
    value(await undoVerdict(reviewer, VerdictId.parse(row?.id)));
    expect(value(await readEvent(analyst, event.id)).event.state).toBe("open");
  });

  test("after somebody else was said to have said it", async () => {
    const { id, report } = await aClaim();
    const event = await accepted(await made("Clash", id));
    const link = newId(TagId);
    await changed(analyst, report.reportId, [putRelation(aRelation(id), link)]);
    expect(value(await readEvent(analyst, event.id)).event.state).toBe("accepted");
    value(await decideOnTag(reviewer, { id: link, type: "relation" }, { decision: "accept", version: 1, reason: "" }));
    expect(value(await readEvent(analyst, event.id)).event.state).toBe("open");
  });

  test("when a report of it is retracted, and its figures stop counting until that is taken back", async () => {
    const [one, other] = [await aClaim(killed(3)), await aClaim(killed(9), { outlet: "South" })];
    const event = await accepted(await made("Clash", one.id, other.id));
    const notice = { kind: "retracted", on: "2026-11-30", words: "The outlet took it down." } as const;
    value(await noteReport(editor, other.report.reportId, notice));
    const after = value(await readEvent(analyst, event.id));
    expect([after.event.state, range(after.event), after.event.derived.corroboration.state]).toEqual([
      "open",
      [[3, 3]],
      "single origin",
    ]);
    expect(after.members.find(({ claimId }) => claimId === other.id)?.notice).toMatchObject(notice);
    value(await unnoteReport(editor, other.report.reportId));
    expect(range(value(await readEvent(analyst, event.id)).event)).toEqual([[3, 9]]);
  });

  test("when a report of it is deleted; one without other claims goes with it", async () => {
    const [one, other] = [await aClaim(killed(3)), await aClaim(killed(5))];
    const [both, alone] = [
      await accepted(await made("Two reports", one.id, other.id)),
      await made("One", (await aClaim()).id),
    ];
    value(await deleteReport(editor, one.report.reportId, { reason: "Imported twice.", accepted: 1 }));
    expect(value(await readEvent(analyst, both.id)).event).toMatchObject({ state: "open", derived: { claims: 1 } });
    const [claim] = alone.content.claims;
    const [row] = await sql.rows<{ id: ReportId }>("select report_id as id from tag where id = $1", [claim?.id]);
    value(await deleteReport(editor, row?.id as ReportId, { reason: "Imported twice.", accepted: 1 }));
    expect(failure(await readEvent(analyst, alone.id))).toBe("not-found");
  });
});

describe("merged and split", () => {
  const two = async () =>
    [await made("One", (await aClaim(killed(3))).id), await made("Other", (await aClaim(killed(5))).id)] as const;

  test("the one that stays has both, the other names it; undone, all is as before", async () => {
    const [stays, goes] = await two();
    const merge = { into: stays.id, version: 1, intoVersion: 1, opId: anOp() };
    const merged = value(await mergeEvents(analyst, goes.id, merge));
    expect(range(merged)).toEqual([[3, 5]]);
    expect(value(await mergeEvents(analyst, goes.id, merge)).version).toBe(merged.version);
    expect(value(await readEvent(analyst, goes.id)).event).toMatchObject({ state: "withdrawn", mergedInto: stays.id });
    const undone = value(await undoJoining(analyst, stays.id, { version: merged.version }));
    expect(undone.content).toEqual(stays.content);
    const back = value(await readEvent(analyst, goes.id)).event;
    expect([back.state, back.mergedInto, back.content]).toEqual(["open", undefined, goes.content]);
  });

  test("two who merge the same two at once: one does it, and nothing is lost", async () => {
    const [one, other] = await two();
    const there = mergeEvents(analyst, one.id, { into: other.id, version: 1, intoVersion: 1 });
    const back = mergeEvents(reviewer, other.id, { into: one.id, version: 1, intoVersion: 1 });
    const answers = await Promise.all([there, back]);
    expect(answers.map(failure).toSorted()).toEqual(["conflict", "ok"]);
    const living = answers.find(({ ok }) => ok);
    expect(living?.ok && living.value.content.claims).toHaveLength(2);
  });

  test("split, both name each other; undone, all is as before", async () => {
    const claims = [await aClaim(killed(3)), await aClaim(killed(5))] as const;
    const event = await made("Both", claims[0].id, claims[1].id);
    const split = value(
      await splitEvent(analyst, event.id, { claims: [claims[1].id], title: "The other", version: 1 }),
    );
    expect(range(split)).toEqual([[3, 3]]);
    const [line] = value(await readEvent(analyst, event.id)).history;
    const other = value(await readEvent(analyst, EventId.parse(line?.other))).event;
    expect([other.splitFrom, range(other)]).toEqual([event.id, [[5, 5]]]);
    expect(value(await undoJoining(analyst, event.id, { version: 2 })).content).toEqual(event.content);
    expect(failure(await undoJoining(analyst, event.id, { version: 3 }))).toBe("invalid");
  });

  test("is not undone once either has changed", async () => {
    const [stays, goes] = await two();
    const merged = value(await mergeEvents(analyst, goes.id, { into: stays.id, version: 1, intoVersion: 1 }));
    value(await changeEvent(analyst, stays.id, { ...merged.content, title: "New", version: 2 }));
    expect(failure(await undoJoining(analyst, stays.id, { version: 2 }))).toBe("conflict");
  });
});

test("likely members come with their reasons, and what is in an event already does not", async () => {
  const time = { eventTime: { from: "2031-05-05", precision: "day" as const } };
  const [one, likely, taken] = [await aClaim(time), await aClaim(time, { outlet: "South" }), await aClaim(time)];
  await made("Taken", taken.id);
  const event = await made("Clash", one.id);
  const page = value(await readEvent(analyst, event.id));
  expect(page.likely.map(({ evidence, reasons }) => [evidence.claimId, reasons.map(({ why }) => why)])).toEqual([
    [likely.id, ["same day", "same words"]],
  ]);
});

test("the sheet has accepted events, one row each, and nothing of a report under embargo", async () => {
  const own = await aProject(editor);
  const [before, beforeAnalyst, beforeReviewer] = [projectId, analyst, reviewer];
  [projectId, analyst, reviewer] = [own, editor, editor];
  const time = { eventTime: { from: "2026-11-28" } };
  const one = await aClaim({ ...time, ...killed(3) });
  const held = await aClaim({ ...time, ...killed(9) }, { outlet: "South" });
  await accepted(await made("=cmd", one.id, held.id));
  await made("Open", (await aClaim()).id);
  const alone = await aClaim({}, { outlet: "West" });
  await accepted(await made("Held back", alone.id));
  [projectId, analyst, reviewer] = [before, beforeAnalyst, beforeReviewer];
  await sql.rows("update report set embargo_until = now() + interval '1 day' where id = any($1::uuid[])", [
    [held.report.reportId, alone.report.reportId],
  ]);
  const textOf = async (format: "csv" | "geojson" | "kml", table: "events" | "coverage", by = editor) => {
    const wanted = { format, table, states: ["accepted"], from: undefined, to: undefined } as const;
    const result = await exportSheet(by, own, wanted);
    if (!result.ok) return result.failure.kind;
    const chunks = [];
    for await (const chunk of result.value.chunks) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  };
  const sheet = async (table: "events" | "coverage", by = editor) => {
    const text = await textOf("csv", table, by);
    if (text === "not-found") return text;
    return text
      .slice(1)
      .trim()
      .split("\r\n")
      .map((line) => line.split(","));
  };
  const [head = [], ...rows] = (await sheet("events")) as string[][];
  const cell = (name: string) => rows.map((row) => row[head.indexOf(name)]);
  expect([cell("title"), cell("killed_low"), cell("killed_high"), cell("independent_origins")]).toEqual([
    ["'=cmd"],
    ["3"],
    ["3"],
    ["1"],
  ]);
  expect(((await sheet("coverage")) as string[][]).map(([outlet, , , reports]) => [outlet, reports])).toEqual([
    ["outlet", "reports"],
    ["North", "2"],
  ]);
  expect(await sheet("events", reader)).toBe("not-found");
  const { features } = JSON.parse(await textOf("geojson", "events"));
  expect(features.map((each: { geometry: unknown; properties: object }) => [each.geometry, each.properties])).toEqual([
    [null, expect.objectContaining({ title: "=cmd", killed_high: 3 })],
  ]);
  expect((await textOf("kml", "events")).match(/<name>[^<]*<\/name>/g)).toEqual([
    "<name>events</name>",
    "<name>=cmd</name>",
  ]);
  expect(await textOf("kml", "events", reader)).toBe("not-found");
});

test("the list is by day, the latest first, and narrowed by days, state and words", async () => {
  const own = await aProject(editor);
  projectId = own;
  analyst = editor;
  reviewer = editor;
  const on = (day: string) => aClaim({ eventTime: { from: day } });
  for (const day of ["2026-11-28", "2026-11-30", "2026-11-29"]) await made(`Clash of ${day}`, (await on(day)).id);
  await made("Undated", (await aClaim()).id);
  const titles = async (more: object = {}) => {
    const wanted = {
      projectId: own,
      q: "",
      states: ["open"] as const,
      from: undefined,
      to: undefined,
      type: undefined,
      after: undefined,
      limit: 50,
    };
    return value(await listEvents(editor, { ...wanted, ...more })).items.map(({ content }) => content.title);
  };
  expect(await titles()).toEqual(["Clash of 2026-11-30", "Clash of 2026-11-29", "Clash of 2026-11-28", "Undated"]);
  expect(await titles({ from: "2026-11-29" })).toEqual(["Clash of 2026-11-30", "Clash of 2026-11-29"]);
  expect(await titles({ to: "2026-11-28" })).toEqual(["Clash of 2026-11-28"]);
  expect(await titles({ q: "undated" })).toEqual(["Undated"]);
  expect(await titles({ states: ["accepted"] })).toEqual([]);
});
