import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "./root.mjs";
import { hashOfSources, sourcesOf } from "./sources.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "glossator-sources-"));
  write("app/page.tsx", "one");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const built = [
  "app/page.tsx",
  "app/new/page.tsx",
  "app/icon.svg",
  "app/globals.css",
  "components/ui/button.tsx",
  "domain/text/text.ts",
  "editor/view.ts",
  "messages/en/reader.json",
  "messages/loader.cjs",
  "server/new/idea.ts",
  "public/sw.js",
  "public/robots.txt",
  "package-lock.json",
  "package.json",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "proxy.ts",
  "instrumentation.ts",
  "prisma/schema.prisma",
  ".env.production",
];
const beside = [
  "app.log",
  "nohup.out",
  "npm-debug.log",
  "core",
  "dump.sql",
  "report.zip",
  "data/postgres/PG_VERSION",
  "my-data/lock",
  ".data/secret",
  "backups/glossator.tar",
  "coverage/lcov.info",
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "notes.txt",
  "screenshot.png",
  "scratch.ts",
  "Dockerfile",
  ".DS_Store",
  ".idea/workspace.xml",
  ".env.test",
  "docs/pictures/reader.png",
  "bench/run.ts",
  "e2e/tag.spec.ts",
  "scripts/start.mjs",
  "prisma/seed.ts",
  "prisma/migrations/1_first/migration.sql",
  "node_modules/x/index.js",
  "vitest.config.ts",
  "app/.DS_Store",
  "app/page.tsx~",
  "app/page.tsx.orig",
  "app/#page.tsx#",
  "app/.page.tsx.swp",
  "app/4913",
  "app/page.test.tsx",
  "app/api/desk.fixture.ts",
  "components/README.md",
  "server/patch.rej",
  "public/.DS_Store",
  "public/Thumbs.db",
  "public/sw.js.bak",
];

test.each([...built.map((path) => ({ path, stale: true })), ...beside.map((path) => ({ path, stale: false }))])(
  "a change of $path makes the build stale: $stale",
  ({ path, stale }) => {
    const before = hashOfSources(folder);
    write(path, "two");
    expect(hashOfSources(folder) !== before).toBe(stale);
  },
);

test("a file that moves makes the build stale", () => {
  const before = hashOfSources(folder);
  rmSync(join(folder, "app"), { recursive: true });
  write("app/other.tsx", "one");
  expect(hashOfSources(folder)).not.toBe(before);
});

/** What Next begins with: the files of `app/` with a name of its own, and those at the top. */
const route = /^(?:page|layout|route|error|global-error|not-found|loading|template|default|icon|sitemap|robots)\.\w+$/;
const entrance =
  /^(?:proxy|middleware|instrumentation|instrumentation-client|mdx-components|next\.config|postcss\.config)\.\w+$/;
const imported = /(?:\bfrom|\bimport|@import|@source|\brequire\()\s*\(?\s*["']([^"'\n]+)["']/g;

/** @param {string} name in `from`'s eyes @param {string} from @returns {string | undefined} */
function found(name, from) {
  const path = name.startsWith("@/")
    ? join(root, name.slice(2))
    : name.startsWith(".")
      ? join(dirname(from), name)
      : "";
  const tries = ["", ".ts", ".tsx", ".js", ".mjs", ".css", ".json", "/index.ts", "/index.tsx"].map((end) => path + end);
  return path === "" ? undefined : tries.find((each) => existsSync(each) && statSync(each).isFile());
}

test("everything that the build imports is among the sources", () => {
  const pages = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" }).map((name) =>
    join(root, "app", name),
  );
  const waiting = [
    ...pages.filter((path) => route.test(path.slice(path.lastIndexOf("/") + 1))),
    ...readdirSync(root)
      .filter((name) => entrance.test(name))
      .map((name) => join(root, name)),
  ];
  const seen = new Set(waiting);
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (!/\.(?:[cm]?[jt]sx?|css)$/.test(path)) continue;
    for (const [, name = ""] of readFileSync(path, "utf8").matchAll(imported)) {
      const next = found(name, path);
      if (!next || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  const sources = new Set(sourcesOf());
  const imports = [...seen].map((path) => relative(root, path)).filter((path) => !path.startsWith("generated/"));
  expect(imports.length).toBeGreaterThan(500);
  expect(imports.filter((path) => !sources.has(path))).toEqual([]);
});
