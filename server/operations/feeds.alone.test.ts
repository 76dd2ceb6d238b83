import { mkdir, mkdtemp, rename, symlink, utimes, writeFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import type { Failure, Result } from "@/domain/failure";
import type { Feed, PutFeed } from "@/domain/feed/feed";
import { FeedId, OpId, type ProjectId } from "@/domain/ids";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { importPage } from "@/server/import/page";
import { jobKindsHere } from "@/server/jobs/registry";
import { runJob } from "@/server/jobs/run";
import { newId } from "@/server/new-id";
import { deleteReport } from "@/server/operations/erase";
import {
  changeFeed,
  deleteFeed,
  listFeedItems,
  listFeeds,
  makeFeed,
  readFeedOf,
  runFeed,
} from "@/server/operations/feeds";
import { openReport } from "@/server/operations/open-report";
import { runDueFeeds } from "@/server/operations/run-due-feeds";

/** What the server of this test answers, by path; and how it was asked. */
const pages = new Map<string, (response: ServerResponse, headers: Record<string, unknown>) => void>();
const server = createServer(({ url = "", headers }, response) => {
  const page = pages.get(url);
  if (page) page(response, headers);
  else response.writeHead(404).end();
});
await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
const at = server.address();
const origin = typeof at === "object" && at !== null ? `http://127.0.0.1:${at.port}` : "";
const root = await mkdtemp(join(tmpdir(), "glossator-feeds-"));
// Read when the settings are first asked for.
process.env["GLOSSATOR_FEEDS"] = origin;
process.env["GLOSSATOR_FEED_FOLDERS"] = root;

let editor: Actor;
let projectId: ProjectId;

beforeAll(async () => {
  editor = await aPerson(await aWorkspace());
});
beforeEach(async () => {
  projectId = await aProject(editor);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
const failure = (result: Result<unknown>): Failure["kind"] | "ok" => (result.ok ? "ok" : result.failure.kind);

const made = async (wish: Partial<PutFeed>): Promise<Feed> =>
  value(
    await makeFeed(editor, projectId, {
      kind: "rss",
      name: "Wire",
      address: `${origin}/feed`,
      take: "item",
      everyMinutes: 60,
      ...wish,
    }),
  );
/** Reads a feed to its end, and answers it as it is then. */
async function read({ id }: Feed): Promise<Feed> {
  const job = value(await runFeed(editor, { projectId, id }));
  await runJob({ workspaceId: editor.workspaceId, id: job.id }, jobKindsHere);
  const feed = value(await listFeeds(editor, projectId)).items.find((each) => each.id === id);
  if (!feed) throw new Error("The feed is there.");
  return feed;
}
const itemsOf = async ({ id }: Feed) =>
  value(await listFeedItems(editor, projectId, { id, outcome: undefined, after: undefined, limit: 50 })).items;

const words = (nth: number) =>
  `People left village number ${nth} in the hills on Monday, residents said. ${newId(OpId)}`;
const item = (nth: number, text: string) =>
  `<item><guid>item-${nth}</guid><title>Report ${nth}</title><link>${origin}/page/${nth}</link><description>${text}</description></item>`;
const answers = (path: string, xml: string, headers: Record<string, string> = {}) =>
  pages.set(path, (response) =>
    response.writeHead(200, { "content-type": "application/rss+xml", ...headers }).end(xml),
  );
const rss = (items: readonly string[]) => `<rss version="2.0"><channel>${items.join("")}</channel></rss>`;

describe("an RSS feed", () => {
  test("brings each item once, with where it comes from; a changed one is told and the report stays", async () => {
    const [first, second] = [item(1, words(1)), item(2, words(2))];
    answers("/feed", rss([first, second]));
    const feed = await made({ outlet: "Hama Post" });
    expect((await read(feed)).result).toMatchObject({ found: 2, imported: 2, known: 0, changed: 0, refused: 0 });
    const [one] = await itemsOf(feed);
    if (!one?.reportId) throw new Error("A report came of it.");
    const { report } = value(await openReport(editor, one.reportId));
    expect(report).toMatchObject({ title: one.title, outlet: "Hama Post", url: one.address });
    expect(value(await readFeedOf(editor, one.reportId)).origin).toMatchObject({ feed: "Wire", key: one.key });
    answers("/feed", rss([first, item(2, words(2)), item(3, words(3))]));
    expect((await read(feed)).result).toMatchObject({ found: 3, imported: 1, known: 1, changed: 1 });
    const changed = (await itemsOf(feed)).find(({ outcome }) => outcome === "changed");
    expect(changed).toMatchObject({ key: "item-2", changedAt: expect.any(String) });
    expect((await read(feed)).result).toMatchObject({ imported: 0, known: 3, changed: 0 });
  });

  test("is asked whether it has anything new", async () => {
    const asked: unknown[] = [];
    pages.set("/feed", (response, headers) => {
      asked.push(headers["if-none-match"]);
      if (headers["if-none-match"] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"' }).end(rss([item(1, words(1))]));
    });
    const feed = await made({});
    await read(feed);
    expect((await read(feed)).result).toMatchObject({ unchanged: true, imported: 0 });
    expect(asked).toEqual([undefined, '"v1"']);
  });

  test("may bring the pages that its items link to; one that can't be had is tried again", async () => {
    answers("/feed", rss([item(1, "Short"), item(2, "Short")]));
    const page = `<html><body><article><h1>Report</h1><p>${words(1)}</p><p>${words(11)}</p></article></body></html>`;
    answers("/page/1", page, { "content-type": "text/html; charset=utf-8" });
    const feed = await made({ take: "page" });
    expect((await read(feed)).result).toMatchObject({ imported: 1, refused: 1 });
    answers("/page/2", page.replace("Monday", "Tuesday"), { "content-type": "text/html" });
    expect((await read(feed)).result).toMatchObject({ imported: 1, known: 1, refused: 0 });
  });

  test.each([
    [
      "redirects inward",
      () => pages.set("/feed", (response) => response.writeHead(302, { location: "http://127.0.0.1:1/admin" }).end()),
      /redirects elsewhere: http:\/\/127\.0\.0\.1:1 is not on/,
    ],
    ["is broken", () => answers("/feed", rss([item(1, "a")]).slice(0, -20)), /not well-formed XML/],
    ["fails", () => pages.set("/feed", (response) => response.writeHead(503).end()), /status 503/],
    ["is no feed", () => answers("/feed", "<html><body>Hello</body></html>"), /no RSS or Atom feed/],
    [
      "never ends",
      () =>
        pages.set("/feed", (response) => {
          const part = Buffer.alloc(1024 * 1024, " ");
          const more = () => {
            while (!response.destroyed && response.write(part));
            if (!response.destroyed) response.once("drain", more);
          };
          more();
        }),
      /more than 8 MB/,
    ],
  ])("that %s is told in one sentence, and nothing is imported", async (_what, answer, sentence) => {
    answer();
    const feed = await made({});
    const after = await read(feed);
    expect(after.error).toMatch(sentence);
    expect(after.result).toBeUndefined();
    expect(await itemsOf(feed)).toEqual([]);
  });

  test("has to be where the operator allows", async () => {
    const put = {
      kind: "rss",
      name: "Elsewhere",
      address: "http://127.0.0.1:1/feed",
      take: "item",
      everyMinutes: 60,
    } as const;
    expect(await makeFeed(editor, projectId, put)).toMatchObject({
      failure: { kind: "invalid", problems: [{ field: "address", reason: expect.stringMatching(/GLOSSATOR_FEEDS/) }] },
    });
  });
});

/** A file that nobody writes any more. */
async function file(path: string, content: string | Buffer): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, content);
  await utimes(path, new Date(0), new Date(0));
}

describe("a folder", () => {
  test("brings its files, those in its folders too, and never what a link leads to", async () => {
    const folder = join(root, newId(OpId));
    await file(join(folder, "one.txt"), words(1));
    await file(join(folder, "in", "two.html"), `<p>${words(2)}</p>`);
    await file(join(folder, ".hidden.txt"), words(3));
    await file(join(folder, "four.exe"), "MZ");
    await writeFile(join(folder, "still-written.txt"), words(5));
    await file(join(tmpdir(), `${newId(OpId)}.txt`), words(6));
    await symlink("/etc/hostname", join(folder, "link.txt"));
    const feed = await made({ kind: "folder", address: folder });
    expect((await read(feed)).result).toMatchObject({ found: 3, imported: 2, refused: 1 });
    expect((await itemsOf(feed)).map(({ key, outcome }) => [key, outcome]).toSorted()).toEqual([
      ["four.exe", "refused"],
      ["in/two.html", "imported"],
      ["one.txt", "imported"],
    ]);
    await file(join(folder, "four.exe"), "MZ again");
    await rename(join(folder, "one.txt"), join(folder, "renamed.txt"));
    expect((await read(feed)).result).toMatchObject({ imported: 0, refused: 1, known: 2 });
  });

  test("outside the operator's folders is told in the same words as one that is not there", async () => {
    const outside = await mkdtemp(join(tmpdir(), "outside-"));
    await symlink(outside, join(root, `link-${newId(OpId)}`)).catch(() => undefined);
    const put = (address: string) =>
      makeFeed(editor, projectId, { kind: "folder", name: "A", address, take: "item", everyMinutes: 60 });
    const told = new Set<string>();
    for (const address of [outside, join(root, "nowhere"), join(root, "..", ".."), `${root}/../etc`])
      told.add(JSON.stringify(await put(address)));
    expect([...told]).toHaveLength(1);
    expect([...told][0]).toContain("GLOSSATOR_FEED_FOLDERS");
  });
});

test("a mailbox file brings its mails, each once, with lines that begin with From put right", async () => {
  const mail = (nth: number, text: string) =>
    `From someone@example.org Mon Nov 12 08:00:00 2018\nMessage-ID: <${nth}@example.org>\nSubject: Mail\n ${nth}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n\n`;
  const path = join(root, `${newId(OpId)}.mbox`);
  await file(path, mail(1, `>From the hills people came. ${words(1)}`) + mail(2, words(2)));
  const feed = await made({ kind: "mailbox", address: path });
  expect((await read(feed)).result).toMatchObject({ found: 2, imported: 2 });
  const first = (await itemsOf(feed)).find(({ key }) => key === "<1@example.org>");
  if (!first?.reportId) throw new Error("It came.");
  expect(value(await openReport(editor, first.reportId)).report.text).toMatch(/^From the hills people came\./m);
  await file(path, mail(1, words(1)) + mail(2, words(2)) + mail(3, words(3)));
  expect((await read(feed)).result).toMatchObject({ found: 3, imported: 1, changed: 2 });
  await file(path, "no mailbox at all");
  expect((await read(feed)).error).toMatch(/no mailbox file/);
});

describe("feeds", () => {
  test("run when they are due, once, unless they are paused", async () => {
    answers("/feed", rss([]));
    const feed = await made({});
    const other = await made({ name: "Paused" });
    value(await changeFeed(editor, { projectId, id: other.id }, { paused: true }));
    await runDueFeeds();
    await runDueFeeds();
    const jobs = await sql.rows("select data->>'feed' as feed from job where project_id = $1", [projectId]);
    expect(jobs).toEqual([{ feed: feed.id }]);
    const [now] = value(await listFeeds(editor, projectId)).items;
    expect(now).toMatchObject({ id: feed.id, jobId: expect.any(String), paused: false });
  });

  test("of somebody who may not import any more are paused and say so", async () => {
    const colleague = await joins(await aPerson(editor.workspaceId), projectId, "editor");
    const put = { kind: "rss", name: "Wire", address: `${origin}/feed`, take: "item", everyMinutes: 60 } as const;
    value(await makeFeed(colleague, projectId, put));
    await sql.rows("update project_member set role = 'reader' where workspace_id = $1 and user_id = $2", [
      editor.workspaceId,
      colleague.userId,
    ]);
    await runDueFeeds();
    expect(value(await listFeeds(editor, projectId)).items).toMatchObject([
      { paused: true, error: expect.stringMatching(/may not import/) },
    ]);
  });

  test("are editors' alone; a deleted one leaves its reports, and a deleted report does not come back", async () => {
    answers("/feed", rss([item(1, words(1)), item(2, words(2))]));
    const feed = await made({});
    await read(feed);
    const [one] = await itemsOf(feed);
    if (!one?.reportId) throw new Error("It came.");
    value(await deleteReport(editor, one.reportId, { reason: "Asked for.", accepted: 0 }));
    expect((await read(feed)).result).toMatchObject({ imported: 0, known: 2 });
    const reviewer = await joins(await aPerson(editor.workspaceId), projectId, "reviewer");
    const stranger = await aPerson(await aWorkspace(), { role: "admin" });
    expect(failure(await listFeeds(reviewer, projectId))).toBe("forbidden");
    expect(failure(await deleteFeed(reviewer, { projectId, id: feed.id }))).toBe("forbidden");
    expect(failure(await listFeeds(stranger, projectId))).toBe("not-found");
    expect(failure(await deleteFeed(editor, { projectId, id: newId(FeedId) }))).toBe("not-found");
    value(await deleteFeed(editor, { projectId, id: feed.id }));
    const left = await sql.rows("select 1 from report where project_id = $1", [projectId]);
    expect(left).toHaveLength(1);
  });
});

test("a page as a browser saw it is read like a saved one; the same again is told", async () => {
  const html = `<html><head><title>Hills</title></head><body><article><p>${words(1)}</p></article></body></html>`;
  const page = { url: "https://example.org/hills", html, take: "whole" } as const;
  const result = value(await importPage(editor, projectId, page));
  if (result.outcome !== "imported") throw new Error(result.outcome);
  expect(value(await openReport(editor, result.id)).report).toMatchObject({ url: page.url, title: "Hills" });
  expect(failure(await importPage(editor, projectId, page))).toBe("conflict");
  expect(failure(await importPage(editor, projectId, { ...page, html: "<p></p>" }))).toBe("invalid");
});
