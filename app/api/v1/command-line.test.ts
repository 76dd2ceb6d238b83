import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Desk } from "@/app/api/v1/command-line.fixture";
import { type Breaking, serveApi } from "@/app/api/v1/serving.fixture";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId, ReportId } from "@/domain/ids";
import { aPerson, aTokenOf } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aReport } from "@/prisma/builders/report";
import { anAnnotation, putAnnotation } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { runJobs } from "@/server/jobs/deliver";
import { jobKindsHere } from "@/server/jobs/registry";
import { changeTag } from "@/server/operations/change-tags";

let editor: Actor;
let projectId: ProjectId;
let reportId: ReportId;
let token: string;
let server: Server;
let url: string;
let endJobs: () => Promise<void>;
let breaking: Breaking = () => undefined;
let asked: string[] = [];
const desk = new Desk();
const text = "The bridge 🌉 at Deir Hafir fell on Sunday.\n\nNobody was hurt.";
const p = () => ["-p", projectId];

beforeAll(async () => {
  editor = await aPerson(await aWorkspace(), { name: "Ada Editor", role: "admin" });
  projectId = await aProject(editor);
  const report = await aReport(editor, projectId, { title: "A bridge fell", text });
  reportId = report.reportId;
  const claim = putAnnotation(anAnnotation(report, "The bridge 🌉 at Deir Hafir fell"));
  await changeTag(editor, reportId, claim);
  token = await aTokenOf(editor);
  const here = await serveApi((path, headers) => {
    asked.push(path);
    return breaking(path, headers);
  });
  ({ url, server } = here);
  endJobs = runJobs(jobKindsHere, { queue: `jobs-${editor.workspaceId}`, workspaceId: editor.workspaceId });
});

afterEach(() => {
  breaking = () => undefined;
  asked = [];
});

afterAll(async () => {
  await endJobs();
  server.closeAllConnections();
  server.close();
  rmSync(desk.folder, { recursive: true, force: true });
});

const write = (name: string, words: string | Uint8Array) => {
  const path = join(desk.folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, words);
};
const sentReports = () => asked.filter((path) => path.endsWith("/reports"));

describe("signing in", () => {
  test("is asked for by every command, with exit code 3", async () => {
    const { code, out, err } = await desk.run(["projects"]);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain("glossator login");
  });

  test.each([
    { what: "no token", said: "", code: 2, says: "That is no API token" },
    { what: "a token that nobody made", said: `glo_${"x".repeat(43)}`, code: 3, says: "glossator login" },
  ])("with $what keeps nothing", async ({ said, code, says }) => {
    const ran = await desk.run(["login", "--url", url], { stdin: said });
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(says);
    expect(existsSync(join(desk.config, "account.json"))).toBe(false);
  });

  test("keeps the token where nobody else can read it, and shows it nowhere", async () => {
    const { code, out, err } = await desk.run(["login", "--url", `${url}/`], { stdin: `${token}\n` });
    expect(code).toBe(0);
    expect(out).toContain("Ada Editor");
    expect(out + err).not.toContain(token);
    const file = join(desk.config, "account.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ url, token });
    chmodSync(file, 0o644);
    expect(await desk.run(["projects"])).toMatchObject({ code: 3, err: expect.stringContaining("chmod 600") });
    chmodSync(file, 0o600);
    expect(await desk.run(["projects", "--json"])).toMatchObject({ code: 0, out: expect.stringContaining(projectId) });
  });

  test("a kept token goes to no other address", async () => {
    const { code, err } = await desk.run(["projects", "--url", "http://127.0.0.1:9"]);
    expect(code).toBe(3);
    expect(err).toContain("You are signed in to");
  });

  test("by the environment keeps nothing", async () => {
    const elsewhere = new Desk();
    Object.assign(elsewhere.env, { GLOSSATOR_URL: url, GLOSSATOR_TOKEN: token });
    expect((await elsewhere.run(["projects"])).code).toBe(0);
    expect(existsSync(elsewhere.config)).toBe(false);
    rmSync(elsewhere.folder, { recursive: true, force: true });
  });

  test("ends with the project that a token may not see", async () => {
    expect(await desk.run(["reports", "-p", "nowhere"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("You are in no project “nowhere”"),
    });
  });
});

describe("reports", () => {
  test("are listed, and one is printed as its text is", async () => {
    const listed = await desk.run(["reports", ...p(), "--json"]);
    expect(JSON.parse(listed.out)).toMatchObject({ items: [{ id: reportId, title: "A bridge fell" }], more: false });
    expect((await desk.run(["reports", ...p(), "-q", "--q", "bridge"])).out).toContain("A bridge fell");
    expect(await desk.run(["report", reportId, "--text"])).toMatchObject({ code: 0, out: text });
  });

  test("what the API refuses is said in its words", async () => {
    const { code, err } = await desk.run(["reports", ...p(), "--state", "lost"]);
    expect(code).toBe(1);
    expect(err).toContain("state:");
    expect(err).toMatch(/\(request [0-9a-f-]{36}\)/);
  });
});

describe("an import", () => {
  test("of a folder brings its files in, and sends nothing twice", async () => {
    write("news/one.txt", "The army reached the town of Bisanah on Monday.");
    write("news/deep/two.txt", "Two people were hurt on the road to Ithriya.");
    write("news/.hidden", "no report");
    const first = await desk.run(["import", "news", ...p(), "--outlet", "Hama Post"]);
    expect(first).toMatchObject({ code: 0, out: "2 reports imported, 0 there already, 0 refused.\n" });
    const again = await desk.run(["import", "news", ...p(), "--json"]);
    expect(JSON.parse(again.out)).toMatchObject({ imported: 0, there: 2, refused: 0 });
    expect(sentReports()).toHaveLength(2);
    const rows = await sql.rows("select outlet from report where project_id = $1 and outlet = 'Hama Post'", [
      projectId,
    ]);
    expect(rows).toHaveLength(2);
  });

  test("that was cut off before its answer came makes no report twice", async () => {
    write("cut.txt", "A convoy left the port at dawn.");
    let broken = 0;
    breaking = (path) => (path.endsWith("/reports") && broken++ === 0 ? 5 : undefined);
    await desk.run(["import", "cut.txt", ...p()]);
    const last = await desk.run(["import", "cut.txt", ...p()]);
    expect(last.code).toBe(0);
    const rows = await sql.rows(
      "select id from report where project_id = $1 and title like '%cut%' or title like 'A convoy%'",
      [projectId],
    );
    expect(rows).toHaveLength(1);
  });

  test("of an archive says of each file what became of it, and ends with 5 where one was refused", async () => {
    const bytes = (words: string) => new TextEncoder().encode(words);
    write(
      "week.zip",
      zipSync({ "good.txt": bytes("A bridge was repaired in Homs."), "bad.exe": bytes("MZ\u0000\u0001") }),
    );
    const { code, out, err } = await desk.run(["import", "week.zip", ...p()]);
    expect(code).toBe(5);
    expect(out).toMatch(/^1 report imported, 0 there already, 1 refused\./);
    expect(err).toContain("bad.exe");
  });

  test("of what is not there sends nothing", async () => {
    expect(await desk.run(["import", "nowhere.txt", ...p()])).toMatchObject({ code: 1, out: "" });
    expect(sentReports()).toEqual([]);
  });
});

describe("annotated files", () => {
  const exported = () => join(desk.folder, "all.jsonl");
  test("go out and come in again: looked at first, imported once agreed, and once only", async () => {
    expect((await desk.run(["export", ...p(), "--state", "all", "-o", "all.jsonl"])).code).toBe(0);
    const other = await aProject(editor);
    const words = ["import", "annotated", "all.jsonl", "-p", other];
    const look = await desk.run(words);
    expect(look).toMatchObject({ code: 0, err: expect.stringContaining("Nothing was imported") });
    expect(look.out).toMatch(/reports?, 1 tag/);
    const done = await desk.run([...words, "--yes", "--json"]);
    expect(done.code).toBe(0);
    const result = JSON.parse(done.out);
    expect(result).toMatchObject({ tags: 1, setAside: 0 });
    asked = [];
    const again = await desk.run([...words, "--yes", "--json"]);
    expect(JSON.parse(again.out).job).toBe(result.job);
    expect(asked.filter((path) => path.includes("/uploads"))).toEqual([]);
    expect(existsSync(exported())).toBe(true);
  });

  test.each([
    { said: ["--label", "claim"], says: "an equals sign" },
    { said: ["--label", "Protest=claim"], says: "have no label “Protest”" },
  ])("$said is refused in a sentence", async ({ said, says }) => {
    const ran = await desk.run(["import", "annotated", "all.jsonl", ...p(), ...said, "--yes", "--again"]);
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining(says) });
  });
});

describe("an export", () => {
  test("goes to stdout for another program, and is never dumped over a file", async () => {
    const { code, out } = await desk.run(["export", ...p(), "--state", "all"]);
    expect(code).toBe(0);
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).record),
    ).toContain("annotation");
    expect(await desk.run(["export", ...p(), "-o", "all.jsonl"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("--force"),
    });
  });

  test("that breaks off leaves no file that looks whole", async () => {
    breaking = (path) => (path.includes("/export") ? 20 : undefined);
    const { code, err } = await desk.run(["export", ...p(), "--state", "all", "-o", "broken.jsonl"]);
    expect({ code, there: existsSync(join(desk.folder, "broken.jsonl")) }).toEqual({ code: 1, there: false });
    expect(err).toContain("Nothing was kept");
    const toOut = await desk.run(["export", ...p(), "--state", "all"]);
    expect(toOut).toMatchObject({ code: 1, err: expect.stringContaining("not whole") });
  });

  test("says before what it would hold, and knows no format that there is none of", async () => {
    const preview = await desk.run(["export", ...p(), "--format", "brat", "--state", "all", "--preview", "--json"]);
    expect(JSON.parse(preview.out)).toMatchObject({ format: "brat" });
    expect(await desk.run(["export", ...p(), "--format", "morse"])).toMatchObject({ code: 1, out: "" });
  });
});

describe("a release", () => {
  const make = ["--title", "Hama", "--licence", "CC-BY-4.0", "--creator", "Desk", "--state", "open,accepted"];

  test("is made, goes on where its download broke off, and is whole", async () => {
    const made = await desk.run(["release", "make", ...p(), ...make, "--json"]);
    expect(made).toMatchObject({ code: 0 });
    expect(JSON.parse(made.out)).toMatchObject({ number: 1 });

    const ranges: (string | undefined)[] = [];
    breaking = (path, { range }) => {
      if (!path.endsWith("/archive")) return undefined;
      ranges.push(range);
      return ranges.length === 1 ? 1000 : undefined;
    };
    const fetched = await desk.run(["release", "download", "1", ...p(), "-o", "hama.zip"]);
    expect(fetched.code).toBe(0);
    expect(ranges).toEqual([undefined, "bytes=1000-"]);
    const bytes = readFileSync(join(desk.folder, "hama.zip"));
    const digest = createHash("sha256")
      .update(unzipSync(bytes)["manifest.json"] ?? "")
      .digest("hex");
    const listed = await desk.run(["release", "list", ...p()]);
    expect(listed.out).toContain(digest);
    expect(fetched.err).toContain(digest);
    expect(existsSync(join(desk.folder, "hama.zip.part.json"))).toBe(false);
    const verified = await desk.run(["release", "verify", "hama.zip", "--digest", digest]);
    expect(verified).toEqual({ code: 0, err: "", out: expect.stringContaining("is whole") });
  });

  test("goes on in another run after Ctrl+C", async () => {
    breaking = (path) => (path.endsWith("/archive") ? 700 : undefined);
    const first = await desk.run(["release", "download", "1", ...p(), "-o", "again.zip"], {
      hear: (err, interrupt) => err.includes("broke off") && interrupt(),
    });
    expect(first.code).toBe(4);
    expect(statSync(join(desk.folder, "again.zip.part")).size).toBeGreaterThan(0);
    breaking = () => undefined;
    const second = await desk.run(["release", "download", "1", ...p(), "-o", "again.zip"]);
    expect(second).toMatchObject({ code: 0, err: expect.stringContaining("Going on at") });
    expect(readFileSync(join(desk.folder, "again.zip"))).toEqual(readFileSync(join(desk.folder, "hama.zip")));
  });

  test("leads to the next one by a delta, and is withdrawn with a reason", async () => {
    expect((await desk.run(["release", "make", ...p(), ...make, "--note", "Again"])).code).toBe(0);
    expect((await desk.run(["release", "delta", "2", "--since", "1", ...p(), "-o", "delta.zip"])).code).toBe(0);
    const applied = await desk.run(["release", "apply", "hama.zip", "delta.zip", "--into", "next"]);
    expect(applied).toMatchObject({ code: 0, out: expect.stringContaining("Release 2") });
    const one = await desk.run(["release", "download", "2", ...p(), "--file", "dataset.jsonl", "-o", "two.jsonl"]);
    expect(one.code).toBe(0);
    expect(readFileSync(join(desk.folder, "two.jsonl"))).toEqual(
      readFileSync(join(desk.folder, "next", "dataset.jsonl")),
    );
    expect(await desk.run(["release", "withdraw", "2", ...p()])).toMatchObject({ code: 2 });
    expect((await desk.run(["release", "withdraw", "2", ...p(), "--reason", "A test."])).code).toBe(0);
    expect((await desk.run(["release", "list", ...p()])).out).toContain("withdrawn");
  });
});

test("events and agreement answer, also with nothing in them", async () => {
  expect(JSON.parse((await desk.run(["events", ...p(), "--json"])).out)).toEqual({ items: [], more: false });
  expect((await desk.run(["events", "sheet", ...p()])).out).toContain("event_id");
  expect((await desk.run(["agreement", ...p()])).code).toBe(0);
  expect((await desk.run(["agreement", ...p(), "--csv"])).out).toContain("measure");
});

test("a token without the scope is refused with 3, in the API's words", async () => {
  const reader = new Desk();
  Object.assign(reader.env, { GLOSSATOR_URL: url, GLOSSATOR_TOKEN: await aTokenOf(editor, ["read"]) });
  const { code, err } = await reader.run(["export", ...p()]);
  expect(code).toBe(3);
  expect(err).toMatch(/token/);
  rmSync(reader.folder, { recursive: true, force: true });
});

test("signing out deletes the token here", async () => {
  expect((await desk.run(["logout"])).code).toBe(0);
  expect(existsSync(join(desk.config, "account.json"))).toBe(false);
  expect((await desk.run(["projects"])).code).toBe(3);
});
