import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "./postgres-place.mjs";
import { isAlive, until } from "./process.mjs";
import { root } from "./root.mjs";
import { refuseTakenPort, serve } from "./serve.mjs";

/** How any app is kept running: a small one that behaves as Next's standalone server does. */
const wellBehaved = `
  import { createServer } from "node:http";
  const server = createServer((request, response) => {
    if (request.url === "/slow") setTimeout(() => response.end("finished"), 600);
    else response.end(process.env.GLOSSATOR_DEMO_ENTRY ?? "closed");
  }).listen(Number(process.env.PORT), process.env.HOSTNAME);
  process.on("SIGTERM", () => server.close(() => process.exit(0)));`;

let build = "";
let port = 0;
beforeEach(async () => {
  build = mkdtempSync(join(tmpdir(), "glossator-served-"));
  writeFileSync(join(build, "package.json"), '{ "type": "module" }');
  port = await freePort();
});
afterEach(() => rmSync(build, { recursive: true, force: true }));

/** @param {string} program @param {(line: string) => void} [say] */
function start(program, say = () => undefined) {
  writeFileSync(join(build, "server.js"), program);
  const secret = "0".repeat(64);
  return serve({
    build,
    port,
    host: "127.0.0.1",
    url: `http://localhost:${port}`,
    databaseUrl: "postgresql://x/y",
    secret,
    demoEntry: false,
    say,
  });
}

const address = (path = "/") => `http://127.0.0.1:${port}${path}`;

test("an app that dies comes back, and an end that was asked for is an end", async () => {
  process.env.GLOSSATOR_DEMO_ENTRY = "1";
  /** @type {string[]} */
  const said = [];
  const app = await start(wellBehaved, (line) => said.push(line));
  delete process.env.GLOSSATOR_DEMO_ENTRY;
  expect(await (await fetch(address())).text()).toBe("closed");

  const before = app.pid();
  app.kill();
  await until(() => said.includes("The app is back."), 10_000);
  expect(app.pid()).not.toBe(before);
  expect(said[0]).toMatch(/stopped unexpectedly \(SIGKILL\)/);

  await app.stop();
  expect(isAlive(app.pid())).toBe(false);
  expect(said).toHaveLength(2);
});

test("a request that is being answered is answered before the end", async () => {
  const app = await start(wellBehaved);
  const answer = fetch(address("/slow"), { headers: { connection: "close" } });
  await until(async () => (await fetch(address("/"), { headers: { connection: "close" } })).ok, 5000);
  await app.stop();
  expect(await (await answer).text()).toBe("finished");
});

test("an app that never gets ready is shown with its own words, and ended", async () => {
  await expect(start('console.error("no database"); process.exit(1);')).rejects.toMatchObject({
    message: expect.stringMatching(/did not get ready/),
    details: expect.stringContaining("no database"),
  });
});

test("an app whose parent was killed gives its port back", async () => {
  writeFileSync(join(build, "server.js"), wellBehaved);
  const wish = { build, port, host: "127.0.0.1", url: address(), databaseUrl: "", secret: "", demoEntry: false };
  const story = `
    import { serve } from "./scripts/serve.mjs";
    console.log((await serve(${JSON.stringify(wish)})).pid());
    setInterval(() => undefined, 1000);`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", story], { cwd: root });
  const pid = await new Promise((resolve) => parent.stdout.once("data", (said) => resolve(Number(said))));
  parent.kill("SIGKILL");
  await refuseTakenPort({ port, host: "127.0.0.1" }, { patience: 10_000 });
  expect(await until(() => !isAlive(pid), 10_000)).toBe(true);
});

test("a port that somebody uses is named before anything is done", async () => {
  const other = createServer().listen(port, "127.0.0.1");
  await until(() => other.listening, 5000);
  await expect(refuseTakenPort({ port, host: "127.0.0.1" })).rejects.toThrow(`PORT=${port + 1}`);
  other.close();
  await expect(refuseTakenPort({ port, host: "203.0.113.7" })).rejects.toThrow("HOST");
});
