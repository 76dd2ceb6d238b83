import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Triage } from "@/domain/report/report";
import { type Move, reportState, stateAfterMoves } from "@/domain/report/state";

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
      (tags, triage, closed, moves) => {
        const after = { ...tags };
        for (const { before, after: state } of moves) {
          if (before !== undefined && before !== "withdrawn") after[before] -= 1;
          if (state !== "withdrawn") after[state] += 1;
        }
        fc.pre(counted.every((state) => after[state] >= 0));
        const known = stateAfterMoves(reportState({ closed, triage, tags }), moves);
        expect(known ?? reportState({ closed, triage, tags: after })).toBe(
          reportState({ closed, triage, tags: after }),
        );
      },
    ),
  );
});
