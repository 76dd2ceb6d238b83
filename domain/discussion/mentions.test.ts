import { expect, test } from "vitest";
import { UserId } from "@/domain/ids";
import { callBefore, meantBy, mentionedIn, mentionOf } from "./mentions";

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

test.each([
  { text: "Well, @A", words: "A" },
  { text: "@Ana Li", words: "Ana Li" },
  { text: "@", words: "" },
  { text: "ana@ex", words: undefined },
  { text: "@ Ana", words: undefined },
  { text: "@Ana  and", words: undefined },
  { text: "@Ana\nand", words: undefined },
  { text: "nobody", words: undefined },
])("$text: $words is being called", ({ text, words }) => {
  expect(callBefore(text, text.length)?.words).toBe(words);
});

test("a name's beginning, one of its words or an address is enough to be meant", () => {
  expect(meantBy("li", people)).toEqual([lima]);
  expect(meantBy("ANA", people)).toEqual([ana, lima]);
  expect(meantBy("leila@", people)).toEqual([leila]);
  expect(meantBy("", people)).toEqual(people);
});
