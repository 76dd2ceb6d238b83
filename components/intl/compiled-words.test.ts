import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../messages/en");

function messagesIn(words: unknown, at: string): [string, string][] {
  if (typeof words === "string") return [[at, words]];
  return Object.entries(words ?? {}).flatMap(([key, value]) => messagesIn(value, `${at}.${key}`));
}

const all = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => messagesIn(JSON.parse(readFileSync(join(folder, name), "utf8")), name));

test("every message compiles, and says nothing that is lost when it is compiled", () => {
  expect(all.length).toBeGreaterThan(1000);
  for (const [, message] of all) compile(message);
  expect(all.filter(([, message]) => message.includes("offset:"))).toEqual([]);
});

test("no message is nothing at all for some number: that would be an error on the screen", () => {
  expect(
    all.filter(([, message]) => /^\{\w+, plural,(?:[^{}]|\{[^{}]*\})*(=\d+|zero|one|other) \{\}/.test(message)),
  ).toEqual([]);
});
