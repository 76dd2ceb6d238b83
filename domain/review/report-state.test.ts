import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assignmentStates } from "@/domain/assignment/assignment-values";
import { Triage } from "@/domain/report/report";
import { type Move, reportState, stateAfterMoves, workOf } from "@/domain/review/report-state";

const none = { open: 0, accepted: 0, returned: 0, rejected: 0 };

describe("a report", () => {
  test.each([
    { when: "nothing is tagged", tags: none, state: "new" },
    { when: "tags wait and nobody decided yet", tags: { ...none, open: 3 }, state: "in work" },
    { when: "some are decided", tags: { ...none, open: 1, accepted: 2 }, state: "in review" },
    { when: "one was returned", tags: { ...none, accepted: 2, returned: 1 }, state: "in review" },
    { when: "all are accepted or rejected", tags: { ...none, accepted: 2, rejected: 1 }, state: "reviewed" },
  ])("is $state when $when", ({ tags, state }) => {
    expect(reportState({ closed: false, triage: "relevant", tags })).toBe(state);
  });

  test.each([
    { triage: "irrelevant", closed: false, state: "set aside" },
    { triage: "duplicate of", closed: false, state: "set aside" },
    { triage: "nothing to tag", closed: true, state: "closed" },
    { triage: "untriaged", closed: false, state: "in work" },
  ] as const)("triaged $triage, closed $closed, is $state", ({ triage, closed, state }) => {
    expect(reportState({ closed, triage, tags: { ...none, open: 1 } })).toBe(state);
  });
});

describe("a report with assignments", () => {
  const shared = { mode: "shared", layersOpen: false } as const;
  const blind = { mode: "independent", layersOpen: false } as const;
  test.each([
    { when: "it was only given out", states: ["assigned"], about: shared, tags: none, state: "new" },
    { when: "somebody began", states: ["in progress", "assigned"], about: shared, tags: none, state: "in work" },
    {
      when: "all handed it in",
      states: ["submitted", "submitted"],
      about: shared,
      tags: { ...none, open: 2 },
      state: "in review",
    },
    {
      when: "one is still at it",
      states: ["submitted", "in progress"],
      about: shared,
      tags: { ...none, open: 2 },
      state: "in work",
    },
    {
      when: "all is decided but one is still at it",
      states: ["in progress"],
      about: shared,
      tags: { ...none, accepted: 2 },
      state: "in review",
    },
    { when: "all is decided", states: ["in review"], about: shared, tags: { ...none, accepted: 2 }, state: "reviewed" },
    { when: "blind people are at work", states: ["submitted", "in progress"], about: blind, tags: none, state: "new" },
    {
      when: "the layers are open",
      states: ["submitted", "submitted"],
      about: { ...blind, layersOpen: true },
      tags: none,
      state: "in review",
    },
  ] as const)("is $state when $when", ({ states, about, tags, state }) => {
    expect(reportState({ closed: false, triage: "relevant", tags, work: workOf(states, about) })).toBe(state);
  });
});

test.each([
  { unsettled: 0, tags: { ...none, accepted: 9 }, state: "reviewed" },
  { unsettled: 17, tags: { ...none, accepted: 9 }, state: "in review" },
  { unsettled: 17, tags: none, state: "in review" },
] as const)("with $unsettled tags of analysts to settle it is $state", ({ unsettled, tags, state }) => {
  const work = workOf(["in review", "in review"], { mode: "independent", layersOpen: true });
  expect(reportState({ closed: false, triage: "relevant", tags, work, unsettled })).toBe(state);
});

const counted = ["open", "accepted", "returned", "rejected"] as const;
const all = [...counted, "withdrawn"] as const;
const move = fc
  .record({ before: fc.option(fc.constantFrom(...all), { nil: undefined }), after: fc.constantFrom(...all) })
  .map(({ before, after }): Move => (before === undefined ? { after } : { before, after }));

test("where moves alone tell the state, counting tells the same", () => {
  const count = fc.record({ open: fc.nat(5), accepted: fc.nat(5), returned: fc.nat(5), rejected: fc.nat(5) });
  fc.assert(
    fc.property(
      count,
      fc.constantFrom(...Triage.options),
      fc.boolean(),
      fc.array(move, { maxLength: 4 }),
      fc.array(fc.constantFrom(...assignmentStates), { maxLength: 3 }),
      (tags, triage, closed, moves, states) => {
        const work = workOf(states, { mode: "shared", layersOpen: false });
        const after = { ...tags };
        for (const { before, after: state } of moves) {
          if (before !== undefined && before !== "withdrawn") after[before] -= 1;
          if (state !== "withdrawn") after[state] += 1;
        }
        fc.pre(counted.every((state) => after[state] >= 0));
        const known = stateAfterMoves(reportState({ closed, triage, tags, work }), moves);
        expect(known ?? reportState({ closed, triage, tags: after, work })).toBe(
          reportState({ closed, triage, tags: after, work }),
        );
      },
    ),
  );
});
