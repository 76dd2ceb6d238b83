import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { takeDataFolder } from "./database.mjs";
import { locks } from "./database-client.mjs";
import { take } from "./lock.mjs";
import { freePort } from "./postgres-place.mjs";
import { until } from "./process.mjs";
import { root } from "./root.mjs";
import { startDatabase } from "./stack.mjs";

/** Steps of a start that wait for somebody else: they say so, they go on afterwards, and Ctrl-C ends them at once. */

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "glossator-waiting-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a story in a process of its own, which ends as `npm start` does. @param {string} story */
function elsewhere(story) {
  const whole = `
    import { endRunning } from "./scripts/process.mjs";
    import { say, tell } from "./scripts/say.mjs";
    process.on("SIGINT", endRunning).on("SIGTERM", endRunning);
    await tell(async () => { ${story} });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", whole], { cwd: root });
  let heard = "";
  child.stdout.on("data", (chunk) => {
    heard += chunk;
  });
  child.stderr.on("data", (chunk) => {
    heard += chunk;
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  return {
    child,
    ended,
    heard: () => heard,
    hears: (/** @type {string} */ words) => until(() => heard.includes(words), 20_000),
  };
}

const at = (/** @type {string} */ name) => JSON.stringify(join(folder, name));
const load = (/** @type {string} */ name) => `await import("./scripts/${name}.mjs")`;

/** Somebody else, whom each of these waits for. @type {Record<string, () => Promise<{ story: string, end: () => unknown }>>} */
const others = {
  "a build": async () => {
    const turn = await take(join(folder, "build.lock"));
    return {
      story: `const { take } = ${load("lock")}; await take(${at("build.lock")}, { patience: 60_000, onWait: () => say("waiting") });`,
      end: () => "release" in turn && turn.release(),
    };
  },
  "one who is ending on the same data": async () => {
    const turn = await takeDataFolder(folder);
    turn.sayEnding();
    return {
      story: `const { takeDataFolder } = ${load("database")}; await takeDataFolder(${JSON.stringify(folder)}, say);`,
      end: turn.release,
    };
  },
  "a port": async () => {
    const port = await freePort();
    const server = createServer().listen(port, "127.0.0.1");
    return {
      story: `const { refuseTakenPort } = ${load("serve")}; say("waiting"); await refuseTakenPort({ port: ${port}, host: "127.0.0.1" }, { patience: 60_000 });`,
      end: () => server.close(),
    };
  },
  "a database that never answers": async () => {
    const port = await freePort();
    /** @type {Set<import("node:net").Socket>} */
    const sockets = new Set();
    const server = createServer((socket) => void sockets.add(socket)).listen(port, "127.0.0.1");
    return {
      story: `const { openDatabase } = ${load("database")}; say("waiting"); await openDatabase({ databaseUrl: "postgresql://a:b@127.0.0.1:${port}/c" }, say);`,
      end: () => {
        for (const socket of sockets) socket.destroy();
        server.close();
      },
    };
  },
  "an app that never gets ready": async () => ({
    story: `
      const { serve } = ${load("serve")};
      const { writeFileSync } = await import("node:fs");
      writeFileSync(${at("server.js")}, "setInterval(() => undefined, 1000)");
      say("waiting");
      await serve({ build: ${JSON.stringify(folder)}, port: ${await freePort()}, host: "127.0.0.1", url: "http://localhost", databaseUrl: "", secret: "", demoEntry: false });`,
    end: () => undefined,
  }),
};

describe.each(Object.entries(others))("waiting for %s", (_, make) => {
  test("the first Ctrl-C ends it", async () => {
    const { story, end } = await make();
    const one = elsewhere(story);
    expect(await one.hears("waiting")).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = Date.now();
    one.child.kill("SIGINT");
    await one.ended;
    expect(Date.now() - began).toBeLessThan(3000);
    expect({ code: one.child.exitCode, heard: one.heard() }).toEqual({
      code: 1,
      heard: expect.stringMatching(/Interrupted\.\s*$/),
    });
    await end();
  });
});

describe("a database that two starts want to fill", () => {
  test.each([
    {
      lock: locks.migrations,
      story: `const { migrate } = ${load("migrations")}; await migrate(process.env.URL);`,
      what: "migrating",
    },
    {
      lock: locks.firstStart,
      story: `const { welcome } = ${load("first-start")}; await welcome(process.env.URL, { wantsDemo: true, url: "http://localhost:3000", secret: "0".repeat(64) });`,
      what: "first accounts",
    },
  ])("says who is $what, and the first Ctrl-C ends it", async ({ lock, story, what }) => {
    const database = await startDatabase();
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    try {
      await holder.query("select pg_advisory_lock($1)", [lock]);
      process.env.URL = database.url;
      const one = elsewhere(story);
      expect(await one.hears("waiting for them")).toBe(true);
      expect(one.heard()).toContain(what);
      const began = Date.now();
      one.child.kill("SIGINT");
      await one.ended;
      expect(Date.now() - began).toBeLessThan(3000);
    } finally {
      await holder.end();
      await database.stop();
    }
  });

  test("both come up, and there is one demo", async () => {
    const database = await startDatabase();
    process.env.URL = database.url;
    const story = `
      const { migrate } = ${load("migrations")};
      const { welcome } = ${load("first-start")};
      await migrate(process.env.URL);
      const { signIn } = await welcome(process.env.URL, { wantsDemo: true, url: "http://localhost:3000", secret: "0".repeat(64) });
      say(signIn);`;
    const reader = new pg.Client({ connectionString: database.url });
    try {
      const both = [elsewhere(story), elsewhere(story)];
      await Promise.all(both.map(({ ended }) => ended));
      for (const each of both)
        expect({ code: each.child.exitCode, heard: each.heard() }).toEqual({
          code: 0,
          heard: expect.stringContaining("Choose there"),
        });
      await reader.connect();
      const { rows } = await reader.query(
        "select (select count(*)::int from users) as users, (select count(*)::int from workspace) as workspaces, (select count(*)::int from project) as projects",
      );
      expect(rows).toEqual([{ users: 4, workspaces: 1, projects: 3 }]);
    } finally {
      await reader.end();
      await database.stop();
    }
  });
});

test("a start waits for one that is just ending on the same data, and says so", async () => {
  const turn = await takeDataFolder(folder);
  await expect(takeDataFolder(folder)).rejects.toThrow("already running");
  turn.sayEnding();
  const next = elsewhere(
    `const { takeDataFolder } = ${load("database")}; await takeDataFolder(${JSON.stringify(folder)}, say); say("taken");`,
  );
  expect(await next.hears(`just ending on ${folder} (process ${process.pid}): waiting for it.`)).toBe(true);
  expect(next.heard()).not.toContain("taken");
  turn.release();
  expect(await next.hears("taken")).toBe(true);
  await next.ended;
});

test("a lock is its holder's alone to read", async () => {
  const turn = await takeDataFolder(folder);
  const mode = () => statSync(join(folder, "lock")).mode & 0o777;
  expect(mode()).toBe(0o600);
  turn.sayEnding();
  expect(mode()).toBe(0o600);
  turn.release();
});
