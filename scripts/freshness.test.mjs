import { expect, test } from "vitest";
import { isInstalled } from "./install.mjs";
import { isOlder, missing, unsafe } from "./lockfile.mjs";
import { socketPathFits } from "./postgres-place.mjs";
import { compare } from "./words.mjs";

const next = { version: "16.4.6", integrity: "sha512-a" };
const vitest = { version: "4.1.0", integrity: "sha512-b", dev: true };
const mac = { version: "1.0.0", integrity: "sha512-c", optional: true };
const wanted = { "": {}, "node_modules/next": next, "node_modules/vitest": vitest, "node_modules/mac": mac };

test.each([
  {
    when: "all is there",
    found: { "node_modules/next": next, "node_modules/vitest": vitest },
    runs: true,
    tests: true,
  },
  { when: "tools are missing", found: { "node_modules/next": next }, runs: true, tests: false },
  { when: "a package is missing", found: { "node_modules/vitest": vitest }, runs: false, tests: false },
  {
    when: "a package is older",
    found: { "node_modules/next": { ...next, version: "16.4.5" } },
    runs: false,
    tests: false,
  },
  {
    when: "a package is another",
    found: { "node_modules/next": { ...next, integrity: "sha512-x" } },
    runs: false,
    tests: false,
  },
  {
    when: "a package is too many",
    found: { "node_modules/next": next, "node_modules/left": next },
    runs: false,
    tests: false,
  },
])("packages, when $when", ({ found, runs, tests }) => {
  expect(isInstalled(wanted, found, { development: false })).toBe(runs);
  expect(isInstalled(wanted, found, { development: true })).toBe(tests);
});

test.each([
  ["16.4.5", "16.4.6", true],
  ["16.4.6", "16.4.6", false],
  ["9.0.0", "16.0.0", true],
  ["5.0.0-beta.32", "5.0.0", true],
  ["5.0.0", "5.0.0-beta.32", false],
])("%s is older than %s: %s", (version, other, older) => {
  expect(isOlder(version, other)).toBe(older);
});

test("a lockfile is refused for an unsafe copy anywhere in it, and for a platform it forgot", () => {
  const packages = {
    "node_modules/zod": { version: "4.6.7" },
    "node_modules/tool/node_modules/zod": { version: "4.0.0" },
    "node_modules/tool": { version: "1.0.0", optionalDependencies: { "tool-linux": "1.0.0", "tool-mac": "1.0.0" } },
    "node_modules/tool-linux": { version: "1.0.0" },
  };
  expect(unsafe(packages, { zod: "4.6.7" })).toEqual([
    expect.stringContaining("node_modules/tool/node_modules/zod is 4.0.0"),
  ]);
  expect(missing(packages)).toEqual([expect.stringContaining("tool-mac")]);
});

test("a language is complete when it says everything English says, with the same blanks", () => {
  const english = new Map([
    ["a", "{count, plural, one {# tag} other {# tags}}"],
    ["b", "Save"],
    ["c", "By {name}"],
  ]);
  const arabic = new Map([
    ["a", "{count} وسوم"],
    ["b", " "],
    ["c", "بقلم {who}"],
    ["d", "x"],
  ]);
  expect(compare("ar", english, english)).toEqual([]);
  expect(compare("ar", arabic, english)).toEqual([
    "ar b is empty.",
    "ar c fills in who, English name.",
    "ar d is not in English.",
  ]);
});

test.each([
  { path: "/tmp/glossator-abc123", fits: true },
  { path: `/home/${"x".repeat(60)}/glossator/.data`, fits: true },
  { path: `/home/${"x".repeat(90)}/glossator/.data`, fits: false },
  { path: `/home/${"ن".repeat(40)}/glossator/.data`, fits: false },
])("a socket fits into $path: $fits", ({ path, fits }) => {
  expect(socketPathFits(path)).toBe(fits);
});
