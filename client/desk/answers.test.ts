import { expect, test } from "vitest";
import { isTag, saidIn } from "@/client/desk/answers";
import { deskOn, spanOf } from "@/client/desk/desk.fixture";
import { newId } from "@/client/new-id";
import type { Change } from "@/domain/change/change";
import type { TagId, VerdictId } from "@/domain/ids";

const text = "Local sources said Hama fell.";

/** A desk's own annotation, relation and thread, as a server would answer them. */
function things() {
  const desk = deskOn(text);
  const claim = desk.annotate("claim", spanOf(text, "Hama fell"));
  desk.link({ kind: "attributed-to", from: claim, toArticle: true, attributes: { how: "none" } });
  desk.discuss({ on: "report" }, "Which hills?");
  const { annotations, relations, threads } = desk.getState();
  const [[annotation], [relation], [thread]] = [
    [...annotations.values()],
    [...relations.values()],
    [...threads.values()],
  ];
  if (!annotation || !relation || !thread) throw new Error("Something was not made.");
  return { annotation, relation, thread };
}
const { annotation, relation, thread } = things();
const entity = { id: newId(), name: "Local sources", aliases: [] };
const verdictId = newId<VerdictId>();
const undo: Change = { deed: "undo-verdict" };
const decide: Change = { deed: "decide", type: "annotation", decision: "accept", reason: "" };

test.each([
  { what: "an annotation", answer: annotation, said: { annotations: [annotation] } },
  { what: "a relation", answer: relation, said: { relations: [relation] } },
  { what: "a tag beside what was done to it", answer: { tag: relation, more: 1 }, said: { relations: [relation] } },
  { what: "a thread", answer: thread, said: { threads: [thread] } },
  { what: "nothing", answer: null, said: {} },
  { what: "words", answer: "done", said: {} },
  { what: "something else", answer: { id: "x" }, said: {} },
  { what: "an entity that nobody put", answer: entity, said: {} },
])("$what is sorted by what it is about", ({ answer, said }) => {
  expect(saidIn(undo, answer, () => expect.fail("There is no verdict in it."))).toEqual(said);
});

test("who decided learns the id of the decision, to be able to take it back", () => {
  const heard: [TagId, VerdictId][] = [];
  const answer = { tag: annotation, verdict: { id: verdictId } };
  expect(saidIn(decide, answer, (tag, verdict) => heard.push([tag, verdict]))).toEqual({ annotations: [annotation] });
  expect(heard).toEqual([[annotation.id, verdictId]]);
});

test.each([
  { value: annotation, is: true },
  { value: relation, is: true },
  { value: thread, is: false },
  { value: { type: "report" }, is: false },
  { value: undefined, is: false },
])("a tag is known by its type: $is", ({ value, is }) => {
  expect(isTag(value)).toBe(is);
});
