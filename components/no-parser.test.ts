import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** A file's source and those it brings along when it runs: what is imported only as a type brings nothing. */
function broughtBy(file: string): string[] {
  const source = readFileSync(join(root, file), "utf8");
  const statements = source.matchAll(/^import\s+(?!type\b)([^;]*?)\s*from\s+"([^"]+)";|import\("([^"]+)"\)/gm);
  return [...statements].flatMap(([, what = "", from, later]) => {
    const names = /^\{([^}]*)\}$/.exec(what)?.[1];
    const onlyTypes = names?.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type "));
    return onlyTypes ? [] : [from ?? later ?? ""];
  });
}

const fileOf = (name: string) =>
  name.startsWith("@/")
    ? [".ts", ".tsx"].map((ending) => `${name.slice(2)}${ending}`).find((file) => existsSync(join(root, file)))
    : undefined;

const known = new Map<string, string | undefined>();

/** By way of what a file comes to the parser of schemas, if it does. */
function wayToParser(file: string): string | undefined {
  if (known.has(file)) return known.get(file);
  known.set(file, undefined);
  for (const name of broughtBy(file)) {
    const next = fileOf(name);
    const way = name === "zod" ? "zod" : next && wayToParser(next);
    if (way) known.set(file, `${file} → ${way}`);
  }
  return known.get(file);
}

test("no page brings the parser of schemas to a browser: it would test whether it may run what it writes", () => {
  const clients = readdirSync(join(root, "components"), { recursive: true, encoding: "utf8" })
    .map((path) => `components/${path}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\./.test(path))
    .filter((path) => readFileSync(join(root, path), "utf8").startsWith('"use client"'));
  expect(clients.length).toBeGreaterThan(100);
  expect(clients.flatMap((path) => wayToParser(path) ?? [])).toEqual([]);
});
