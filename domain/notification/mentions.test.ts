import { expect, test } from "vitest";
import { UserId } from "@/domain/ids";
import { mentionedIn, mentionOf } from "./mentions";

const person = (digit: number, name: string, email: string) => ({
  userId: UserId.parse(`00000000-0000-7000-8000-00000000000${digit}`),
  name,
  email,
});
const ana = person(1, "Ana", "ana@example.org");
const lima = person(2, "Ana Lima", "lima@example.org");
const twin = person(3, "Ana Lima", "ana.lima@example.org");
const leila = person(4, "ليلى حداد", "leila@example.org");
const joseCombined = person(5, "Jose\u0301", "jose@example.org");
const people = [ana, lima, leila, joseCombined];

test.each([
  { body: "Which hill, @Ana?", called: [ana] },
  { body: "@ana: see below", called: [ana] },
  { body: "@Ana Lima knows", called: [lima] },
  { body: "@Ana Limão knows", called: [ana] },
  { body: "@Anabel knows", called: [] },
  { body: "@lima@example.org, and @Ana", called: [lima, ana] },
  { body: "write to desk@ana or ana@example.org", called: [] },
  { body: "(@ليلى حداد) انظر", called: [leila] },
  { body: "@José", called: [joseCombined] },
  { body: "@ @@ @nobody", called: [] },
])("$body", ({ body, called }) => {
  expect(mentionedIn(body, people)).toEqual(called.map(({ userId }) => userId));
});

test("people of one name are all called, and can be called apart", () => {
  const all = [...people, twin];
  expect(mentionedIn("@Ana Lima", all)).toEqual([lima.userId, twin.userId]);
  expect(mentionOf(twin, all)).toBe("@ana.lima@example.org");
  expect(mentionOf(ana, all)).toBe("@Ana");
  for (const each of all) expect(mentionedIn(mentionOf(each, all), all)).toEqual([each.userId]);
});
