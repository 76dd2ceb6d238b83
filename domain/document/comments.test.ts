import { expect, test } from "vitest";
import { type DocumentComment, threadsOf } from "./comments";

const longest = 1000;

const said = (id: string, about: Partial<DocumentComment> = {}): DocumentComment => ({
  id,
  answers: undefined,
  author: "Lina",
  at: "",
  resolved: false,
  text: `Says ${id}`,
  ...about,
});

const bodies = (...comments: DocumentComment[]) =>
  threadsOf(comments, new Map(), longest).map((thread) => thread.comments.map((body) => body.replace(/^.*\n/, "")));

test("an answer to an answer stands in the same thread, in the order of time", () => {
  const late = said("c", { answers: "b", at: "2017-07-05T08:00:00Z" });
  expect(bodies(late, said("b", { answers: "a", at: "2017-07-04T08:00:00Z" }), said("a"), said("d"))).toEqual([
    ["Says a", "Says b", "Says c"],
    ["Says d"],
  ]);
});

test("answers in a circle, and those to nothing, are kept", () => {
  const all = bodies(said("a", { answers: "b" }), said("b", { answers: "a" }), said("c", { answers: "gone" }));
  expect(all.flat().toSorted()).toEqual(["Says a", "Says b", "Says c"]);
});

test("a comment longer than one may be goes on in further ones, without a word or half a character lost", () => {
  const text = "😊".repeat(longest);
  const [thread] = threadsOf([said("a", { text })], new Map(), longest);
  expect(thread?.comments.every((body) => body.length <= longest && body.startsWith("Lina\n"))).toBe(true);
  expect(thread?.comments.map((body) => body.slice("Lina\n".length)).join("")).toBe(text);
});

test("comments follow the text, and those on no words of it come last", () => {
  const places = new Map([
    ["b", { start: 9, end: 12 }],
    ["c", { start: 2, end: 4 }],
  ]);
  const threads = threadsOf([said("a"), said("b"), said("c", { resolved: true })], places, longest);
  expect(threads.map(({ range, resolved }) => [range?.start, resolved])).toEqual([
    [2, true],
    [9, false],
    [undefined, false],
  ]);
});
