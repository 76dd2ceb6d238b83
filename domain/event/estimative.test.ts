import { expect, test } from "vitest";
import { mixedSentences } from "@/domain/event/estimative";

test.each([
  ["It is likely that they left. We have moderate confidence in the source.", 0],
  ["We judge with high confidence that they are likely to return.", 1],
  ["Confidence is low; an attack is very unlikely.", 1],
  ["They are almost certain to stay.", 0],
  ["High-confidence finding.\nThe road is probably closed.", 0],
])("%s: %i sentences mix", (note, count) => {
  expect(mixedSentences(note)).toHaveLength(count);
});
