import { describe, expect, test } from "vitest";
import { changesBetween, type Row } from "@/domain/release/delta/changes";

const row = (cells: Record<string, string>): Row => new Map(Object.entries(cells));
const since = "2026-06-01T00:00:00.000Z";
const annotations = { table: "annotations", key: "annotation_id" };
const events = { table: "events", key: "event_id" };

const tag = {
  annotation_id: "t",
  quote: "Hama",
  located_name: "Hama",
  state: "accepted",
  version: "1",
  created_at: "2026-05-01T00:00:00.000Z",
  updated_at: "2026-05-01T00:00:00.000Z",
  decided_at: "2026-05-02T00:00:00.000Z",
  reason: "",
  report_title: "A report",
  text_sha256: "aa",
};

describe("a tag", () => {
  test.each([
    { when: "was corrected", with: { quote: "Homs", version: "2" }, why: ["new version"] },
    {
      when: "was decided on again",
      with: { decided_at: "2026-07-01T00:00:00.000Z", reason: "Seen" },
      why: ["decided again"],
    },
    { when: "stands on a report with another title", with: { report_title: "Another" }, why: ["report corrected"] },
    { when: "stands on a revised text", with: { text_sha256: "bb" }, why: ["text revised"] },
    { when: "names a place that is called otherwise", with: { located_name: "Hamah" }, why: ["names changed"] },
    { when: "has a column that did not exist", with: { new_column: "" }, why: ["columns changed"] },
  ])("that $when says why", ({ with: changed, why }) => {
    const [change, ...more] = changesBetween(annotations, [row(tag)], [row({ ...tag, ...changed })], since);
    expect(more).toEqual([]);
    expect(change).toMatchObject({ id: "t", change: "changed", fields: Object.keys(changed), why });
  });

  test("that is only written otherwise has not changed", () => {
    const [one, other] = [row({ ...tag, cells_made_safe: "" }), row({ ...tag, cells_made_safe: "quote" })];
    expect(changesBetween(annotations, [one], [other], since)).toEqual([]);
  });

  test.each([
    { made: "2026-05-01T00:00:00.000Z", why: "released since" },
    { made: "2026-06-02T00:00:00.000Z", why: "new" },
  ])("made on $made is added: $why", ({ made, why }) => {
    const [change] = changesBetween(annotations, [], [row({ ...tag, created_at: made })], since);
    expect(change).toMatchObject({ change: "added", why: [why] });
  });

  test("that is there no more is withdrawn", () => {
    expect(changesBetween(annotations, [row(tag)], [], since)).toMatchObject([{ id: "t", change: "withdrawn" }]);
  });
});

const event = {
  event_id: "e",
  killed_low: "12",
  killed_high: "12",
  origins: "Ministry",
  claim_ids: "a;b",
  report_ids: "r",
  title: "A fire",
};

test.each([
  { when: "a higher figure", with: { killed_high: "17" }, why: ["toll update"] },
  {
    when: "another outlet",
    with: { origins: "Ministry; Red Crescent", report_ids: "r;s", claim_ids: "a;b;c" },
    why: ["new source"],
  },
  { when: "a report that was retracted", with: { claim_ids: "a", killed_low: "" }, why: ["toll update", "retraction"] },
  { when: "another title", with: { title: "A blaze" }, why: ["corrected"] },
])("an event with $when says why", ({ with: changed, why }) => {
  const [change] = changesBetween(events, [row(event)], [row({ ...event, ...changed })], since);
  expect(change?.why).toEqual(why);
});
