import { expect, test } from "vitest";
import { deskOn, spanOf } from "@/client/desk/desk.fixture";
import { heldIn } from "@/client/desk/held";
import type { Hold } from "@/client/outbox/holds";
import type { OutboxState } from "@/client/outbox/outbox";
import type { Annotation } from "@/domain/tag/tag";

const text = "Local sources said Hama fell.";

function aTag(): Annotation {
  const desk = deskOn(text);
  desk.annotate("claim", spanOf(text, "Hama fell"));
  const [tag] = desk.getState().annotations.values();
  if (!tag) throw new Error("Nothing was tagged.");
  return tag;
}
const ours = aTag();
const theirs: Annotation = { ...ours, version: 2, attributes: { kind: "state" } };
const queue = (hold: Hold, waiting: OutboxState["waiting"] = []): OutboxState => ({
  unsaved: 0,
  waiting,
  holds: new Map([[ours.id, hold]]),
  blocked: undefined,
  fleeting: false,
});
const here = (id: string) => (id === ours.id ? ours : undefined);

test("two versions of one tag are a conflict, with the one that stands on the server", () => {
  const { conflicts, refused, stale } = heldIn(queue({ is: "conflict", current: theirs }), here);
  expect([...conflicts]).toEqual([[ours.id, { ours, theirs }]]);
  expect(refused).toEqual([]);
  expect(stale).toEqual([theirs]);
});

test.each([
  { when: "the tag is not here any more", current: theirs, tag: () => undefined },
  { when: "the server has none", current: undefined, tag: here },
  { when: "the server has something else", current: { id: ours.id }, tag: here },
])("$when: there is nothing to choose between, so it is refused as stale", ({ current, tag }) => {
  const { conflicts, refused, stale } = heldIn(queue({ is: "conflict", current }), tag);
  expect([conflicts.size, stale.length]).toEqual([0, 0]);
  expect(refused).toEqual([{ thing: ours.id, tag: tag(ours.id), detail: "stale", errors: [] }]);
});

test("what the server did not take says why, field by field", () => {
  const errors = [{ field: "attributes.kind", reason: "required" }];
  const { refused, conflicts } = heldIn(queue({ is: "refused", detail: "Not allowed.", errors }), here);
  expect(refused).toEqual([{ thing: ours.id, tag: ours, detail: "Not allowed.", errors }]);
  expect(conflicts.size).toBe(0);
});
