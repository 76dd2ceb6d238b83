import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeFolder } from "./folder.mjs";
import { Sorry } from "./say.mjs";

let place = "";

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "glossator-folder-"));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

test("a folder is made with those above it, for this account alone, and may be there already", () => {
  const path = join(place, "a", "b", "c");
  makeFolder(path);
  makeFolder(path);
  expect(statSync(path).mode & 0o777).toBe(0o700);
});

test.each(["file", "link to nowhere"])("a %s in its place is named", (what) => {
  const path = join(place, what);
  if (what === "file") writeFileSync(path, "");
  else symlinkSync(join(place, "nowhere"), path);
  expect(() => makeFolder(path)).toThrow(`${path} is no folder: set GLOSSATOR_DATA`);
});

test.runIf(existsSync("/proc/self"))("where no folder can be made, that is said instead of trying for ever", () => {
  const tried = () => makeFolder("/proc/glossator/data");
  expect(tried).toThrow(Sorry);
  expect(tried).toThrow(/\/proc\/glossator\/data.*GLOSSATOR_DATA/);
});
