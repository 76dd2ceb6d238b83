import { expect, test } from "vitest";
import { followed } from "@/client/outbox/followed";

test.each<{ when: string; answer: unknown; says: object }>([
  { when: "a tag", answer: { id: "a", version: 3 }, says: { version: 3 } },
  { when: "a decision", answer: { verdict: { id: "v" }, tag: { version: 2 } }, says: { version: 2, verdictId: "v" } },
  { when: "a thread", answer: { id: "t", comments: [] }, says: {} },
  { when: "nothing", answer: undefined, says: {} },
])("$when is answered", ({ answer, says }) => {
  expect(followed(answer)).toEqual(says);
});
