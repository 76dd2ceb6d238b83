import { expect, test } from "vitest";
import { type Choice, fitting, usedIds } from "@/components/palette/choices";

const now = "2026-12-01T00:00:00.000Z";
const choices: Choice[] = [
  { key: "page:queue", of: "page", name: "Review queue", href: "/queue" },
  { key: "part:a/queue", of: "part", name: "Review queue", detail: "North", href: "/projects/a/queue" },
  { key: "page:work", of: "page", name: "My work", href: "/work" },
  { key: "project:a", of: "project", name: "Ḥamāh desk", href: "/projects/a" },
];
const keys = (q: string, used = {}) => fitting(choices, q, used, now).map(({ key }) => key);

test.each([
  ["rev", ["page:queue", "part:a/queue"]],
  ["north que", ["part:a/queue"]],
  ["hama", ["project:a"]],
  ["eview", []],
  ["", choices.map(({ key }) => key)],
])("%s", (q, found) => expect(keys(q)).toEqual(found));

test("what was used often comes first", () => {
  expect(keys("rev", { "part:a/queue": { times: 2, at: now } })).toEqual(["part:a/queue", "page:queue"]);
  const used = {
    "report:1": { times: 1, at: now },
    "page:work": { times: 9, at: now },
    "entity:2": { times: 5, at: now },
  };
  expect(usedIds(used, now)).toEqual(["2", "1"]);
});
