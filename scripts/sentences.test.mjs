import { expect, test } from "vitest";
import { refuseOldServer, unreachable } from "./database.mjs";
import { demoIsDue, howToSignIn } from "./first-start.mjs";
import { refuseOldNode } from "./install.mjs";
import { dueOf } from "./migrations.mjs";
import { notStarted } from "./postgres-server.mjs";
import { onceAMinute, understood } from "./say.mjs";
import { portTaken } from "./serve.mjs";
import { settingsOf } from "./settings.mjs";

/** @param {() => unknown} work */
const said = (work) => {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  return "";
};

/** @param {string} code */
const failure = (code, message = "") => Object.assign(new Error(message), { code });
const secretAddress = "postgresql://me:hunter2@db.example.org:5432/glossator?sslmode=require";

test.each([
  {
    what: "Node is too old",
    sentence: said(() => refuseOldNode("18.20.4")),
    names: ["20.19", "18.20.4", "nodejs.org"],
  },
  { what: "PORT is a word", sentence: said(() => settingsOf({ PORT: "http" })), names: ["PORT", "3001"] },
  {
    what: "DATABASE_URL is another database's",
    sentence: said(() => settingsOf({ DATABASE_URL: "mysql://x" })),
    names: ["DATABASE_URL"],
  },
  {
    what: "GLOSSATOR_URL is no address",
    sentence: said(() => settingsOf({ GLOSSATOR_URL: "glossator" })),
    names: ["GLOSSATOR_URL"],
  },
  { what: "the port is taken", sentence: portTaken(3000).message, names: ["3000", "PORT=3001"] },
  {
    what: "the disk is full",
    sentence: understood(failure("ENOSPC"))?.message ?? "",
    names: ["disk is full", "nothing that was saved is lost"],
  },
  {
    what: "the disk is full for the database",
    sentence: notStarted("PANIC: could not write: No space left on device", "/d").message,
    names: ["disk is full", "/d"],
  },
  {
    what: "another PostgreSQL is there",
    sentence: notStarted('FATAL: lock file "postmaster.pid" already exists', "/d").message,
    names: ["Another PostgreSQL", "GLOSSATOR_DATA"],
  },
  {
    what: "the database will not start",
    sentence: notStarted("LOG: hm\nFATAL:  invalid value", "/d").message,
    names: ["invalid value", "/d/postgres.log"],
  },
  {
    what: "nothing listens",
    sentence: unreachable(secretAddress, failure("ECONNREFUSED")).message,
    names: ["db.example.org:5432/glossator", "DATABASE_URL"],
  },
  {
    what: "the password is wrong",
    sentence: unreachable(secretAddress, failure("28P01")).message,
    names: ["password"],
  },
  {
    what: "the database is missing",
    sentence: unreachable(secretAddress, failure("3D000")).message,
    names: ["createdb"],
  },
  {
    what: "an unknown trouble",
    sentence: unreachable(secretAddress, failure("X", "tls trouble")).message,
    names: ["tls trouble"],
  },
  { what: "the server is too old", sentence: said(() => refuseOldServer(140_012)), names: ["PostgreSQL 14", "15"] },
])("$what: one sentence with the remedy and no password", ({ sentence, names }) => {
  for (const name of names) expect(sentence).toContain(name);
  expect(sentence).toMatch(/^[^\n]+[.]$/);
  expect(sentence).not.toContain("hunter2");
});

test("what is recent enough is let through", () => {
  expect(said(() => refuseOldNode("20.19.0"))).toBe("");
  expect(said(() => refuseOldNode("24.0.0"))).toBe("");
  expect(said(() => refuseOldServer(150_000))).toBe("");
});

const ours = ["1_first", "2_second"].map((name) => ({ name, sql: "", checksum: `sum of ${name}` }));
/** @param {string} name */
const applied = (name, more = {}) => ({
  migration_name: name,
  checksum: `sum of ${name}`,
  finished_at: new Date(0),
  ...more,
});

test.each([
  { when: "the database is new", history: [], due: ["1_first", "2_second"] },
  { when: "it is behind", history: [applied("1_first")], due: ["2_second"] },
  { when: "it is up to date", history: [applied("1_first"), applied("2_second")], due: [] },
  { when: "it is ahead", history: [applied("3_third")], refused: /newer version/ },
  { when: "a file was edited since", history: [applied("1_first", { checksum: "other" })], refused: /edited/ },
  {
    when: "another tool stopped halfway",
    history: [applied("1_first", { finished_at: null })],
    refused: /never finished/,
  },
])("migrations, when $when", ({ history, due, refused }) => {
  if (refused) expect(() => dueOf(ours, history)).toThrow(refused);
  else expect(dueOf(ours, history).map(({ name }) => name)).toEqual(due);
});

test.each([
  { env: {}, expected: { port: 3000, host: "127.0.0.1", url: "http://localhost:3000", wantsDemo: true } },
  { env: { PORT: "4000" }, expected: { port: 4000, url: "http://localhost:4000" } },
  { env: { HOST: "0.0.0.0" }, expected: { isLoopback: false, wantsDemo: false } },
  { env: { GLOSSATOR_DEMO: "0" }, expected: { isLoopback: true, wantsDemo: false } },
  { env: { HOST: "127.0.0.2" }, expected: { isLoopback: true, wantsDemo: true } },
  { env: { GLOSSATOR_URL: "https://g.example.org/" }, expected: { url: "https://g.example.org", wantsDemo: false } },
  { env: { GLOSSATOR_URL: "http://192.168.1.20:3000" }, expected: { isLoopback: true, wantsDemo: false } },
  { env: { GLOSSATOR_URL: "http://127.0.0.1:4000" }, expected: { wantsDemo: true, demoOff: undefined } },
  { env: { GLOSSATOR_TRUSTED_PROXIES: "127.0.0.1" }, expected: { wantsDemo: false } },
  { env: { GLOSSATOR_TRUSTED_PROXIES: " , " }, expected: { wantsDemo: true } },
])("settings of $env", ({ env, expected }) => {
  expect(settingsOf(env)).toMatchObject(expected);
});

test.each([
  { env: { GLOSSATOR_DEMO: "0" }, names: ["GLOSSATOR_DEMO"] },
  { env: { HOST: "0.0.0.0" }, names: ["HOST", "0.0.0.0"] },
  { env: { GLOSSATOR_URL: "https://g.example.org" }, names: ["GLOSSATOR_URL", "https://g.example.org"] },
  { env: { GLOSSATOR_TRUSTED_PROXIES: "10.0.0.0/8" }, names: ["GLOSSATOR_TRUSTED_PROXIES"] },
])("with $env one line says why the demo is off", ({ env, names }) => {
  const { demoOff = "" } = settingsOf(env);
  expect(demoOff).toMatch(/^The demo is off because [^\n]+[.]$/);
  for (const name of names) expect(demoOff).toContain(name);
});

test.each([
  { there: "nobody", people: false, demo: false, complete: false, due: true },
  {
    there: "half a demo",
    people: false,
    demo: true,
    complete: false,
    due: true,
    says: /Choose there/,
    without: /Only the demo/,
  },
  {
    there: "the demo",
    people: false,
    demo: true,
    complete: true,
    due: false,
    says: /Choose there/,
    without: /Only the demo/,
  },
  {
    there: "people",
    people: true,
    demo: false,
    complete: false,
    due: false,
    says: /your account/,
    without: /your account/,
  },
  { there: "both", people: true, demo: true, complete: true, due: false, says: /Sign in, or/, without: /your account/ },
])("a start that finds $there", ({ due, says, without, ...inhabitants }) => {
  expect(demoIsDue(inhabitants)).toBe(due);
  if (says) expect(howToSignIn(inhabitants, true)).toMatch(says);
  if (without) expect(howToSignIn(inhabitants, false)).toMatch(without);
});

test("what happens again and again is said once a minute", () => {
  let now = 0;
  /** @type {string[]} */
  const said = [];
  const tell = onceAMinute(
    (line) => said.push(line),
    () => now,
  );
  for (const at of [0, 5000, 59_999, 60_000, 61_000]) {
    now = at;
    tell("The disk is full.");
  }
  tell("The database is back.");
  expect(said).toEqual(["The disk is full.", "The disk is full.", "The database is back."]);
});
