import { expect, test } from "vitest";
import type { AssignmentState } from "@/domain/assignment/assignment";
import type { UserId } from "@/domain/ids";
import { type NextStep, nextSteps } from "@/domain/review/end-of-road";

const id = (name: string) => name as UserId;
const inShort = (step: NextStep): string => {
  switch (step.step) {
    case "settle":
    case "leave":
      return `${step.step} ${step.tags}`;
    case "return":
      return `return ${step.returned} to ${step.to}`;
    case "wait":
      return `wait for ${step.for ?? "nobody's work"}`;
    case "close":
      return ["close", ...step.unfinished].join(" ");
  }
};

type Row = {
  when: string;
  work?: [string, AssignmentState][];
  returned?: [string, number][];
  forOthers?: number;
  unsettled?: number;
  steps: string[];
};
const rows: Row[] = [
  { when: "all is decided and the work is submitted", work: [["ana", "in review"]], steps: ["close"] },
  { when: "nobody was ever given the report", steps: ["close"] },
  {
    when: "a colleague is still at it",
    work: [
      ["ana", "in review"],
      ["ben", "in progress"],
    ],
    steps: ["close ben"],
  },
  { when: "tags were returned", work: [["ana", "in review"]], returned: [["ana", 2]], steps: ["return 2 to ana"] },
  {
    when: "tags of two were returned",
    work: [
      ["ana", "submitted"],
      ["ben", "in review"],
    ],
    returned: [
      ["ana", 2],
      ["ben", 1],
    ],
    steps: ["return 2 to ana", "return 1 to ben"],
  },
  { when: "the report is back already", work: [["ana", "returned"]], returned: [["ana", 2]], steps: ["wait for ana"] },
  { when: "tags were returned to somebody without work", returned: [["ana", 1]], steps: ["wait for nobody's work"] },
  { when: "others have to accept", work: [["ana", "in review"]], forOthers: 3, steps: ["leave 3"] },
  { when: "layers are to be settled first", work: [["ana", "submitted"]], unsettled: 17, steps: ["settle 17"] },
];

test.each(rows)("when $when: $steps", ({ work = [], returned = [], forOthers = 0, unsettled = 0, steps }) => {
  const found = nextSteps({
    forOthers,
    unsettled,
    returned: new Map(returned.map(([name, count]) => [id(name), count])),
    work: work.map(([name, state]) => ({ userId: id(name), state })),
  });
  expect(found.map(inShort)).toEqual(steps);
});
