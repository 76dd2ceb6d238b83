import { expect, test } from "vitest";
import { createHistory, type Pair, type Step } from "@/client/desk/history";
import { newId } from "@/client/new-id";
import { ProjectId, ReportId, RevisionId, type TagId, UserId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";

const at = "2026-11-22T10:00:00.000Z";
const by = UserId.parse(newId());
const tag = (note: string, id = newId<TagId>()): Annotation => ({
  id,
  projectId: ProjectId.parse(newId()),
  reportId: ReportId.parse(newId()),
  layer: "shared",
  type: "annotation",
  kind: "claim",
  state: "open",
  version: 1,
  origin: "person",
  codebookVersion: 1,
  createdBy: by,
  createdAt: at,
  updatedBy: by,
  updatedAt: at,
  revisionId: RevisionId.parse(newId()),
  segments: [],
  attributes: { note },
});
const step = (pairs: readonly Pair[], when = 0): Step => ({ pairs, decided: [], at: when });
const typed = (before: Annotation, note: string): Pair & { before: Annotation; after: Annotation } => ({
  before,
  after: { ...before, attributes: { ...before.attributes, note } },
});

test("steps are undone from the last one back, and done again from there", () => {
  const history = createHistory();
  const [first, second] = [
    step([{ before: undefined, after: tag("a") }]),
    step([{ before: undefined, after: tag("b") }]),
  ];
  history.remember(first);
  history.remember(second);
  expect([history.undo(), history.undo(), history.undo()]).toEqual([second, first, undefined]);
  expect([history.redo(), history.redo(), history.redo()]).toEqual([first, second, undefined]);
});

test("a new step ends what could be done again", () => {
  const history = createHistory();
  history.remember(step([{ before: undefined, after: tag("a") }]));
  history.undo();
  expect(history.canRedo()).toBe(true);
  history.remember(step([{ before: undefined, after: tag("b") }]));
  expect(history.canRedo()).toBe(false);
  expect(history.canUndo()).toBe(true);
});

test("typing that goes on is one step", () => {
  const history = createHistory();
  const first = typed(tag("a"), "ab");
  const second = typed(first.after, "abc");
  history.remember(step([first], 0));
  history.remember(step([second], 1000));
  expect(history.undo()?.pairs).toEqual([{ before: first.before, after: second.after }]);
  expect(history.canUndo()).toBe(false);
});

test.each<{ when: string; next: (first: ReturnType<typeof typed>) => Step }>([
  { when: "after a while", next: ({ after }) => step([typed(after, "abc")], 5000) },
  { when: "in another tag", next: () => step([typed(tag("x"), "xy")], 100) },
  {
    when: "with another attribute beside",
    next: ({ after }) =>
      step([{ before: after, after: { ...after, attributes: { note: "abc", certainty: "possible" } } }], 100),
  },
  {
    when: "with another label",
    next: ({ after }) => step([{ before: after, after: { ...after, kind: "place" } }], 100),
  },
  {
    when: "with a decision",
    next: ({ after }) => ({
      ...step([typed(after, "abc")], 100),
      decided: [{ id: after.id, decision: "accept", reason: "" }],
    }),
  },
])("$when it is a step of its own", ({ next }) => {
  const history = createHistory();
  const first = typed(tag("a"), "ab");
  history.remember(step([first], 0));
  const second = next(first);
  history.remember(second);
  expect(history.undo()).toBe(second);
});
