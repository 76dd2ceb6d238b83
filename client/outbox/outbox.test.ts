// @vitest-environment node
import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Answer, unreachable } from "@/client/api/answer";
import { askOf } from "@/client/api/ask.fixture";
import { newId } from "@/client/new-id";
import { createCipher } from "@/client/outbox/cipher";
import { memoryRows } from "@/client/outbox/memory-rows";
import { joinNeighbours } from "@/client/outbox/neighbours";
import { createOutbox, type Outbox, type OutboxState } from "@/client/outbox/outbox";
import { openRows } from "@/client/outbox/rows";
import type { Change, Thing, Ticket } from "@/domain/change/change";
import type { OpId, ProjectId, ReportId, RevisionId } from "@/domain/ids";

const key = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));
const otherKey = btoa(String.fromCharCode(...new Uint8Array(32).fill(8)));
const report = newId<ReportId>();
const project = newId<ProjectId>();
const revisionId = newId<RevisionId>();

/** A server that keeps versions, answers an opId twice the same and can be made to fail. */
function fakeServer() {
  const tags = new Map<string, { version: number; note: unknown; withdrawn: boolean }>();
  const answered = new Map<string, unknown>();
  const log: string[] = [];
  let trouble: ((path: string, body: unknown) => Answer<unknown> | undefined) | undefined;
  let swallow = 0;

  function one(id: string, body: Record<string, unknown>, deed: string): Answer<unknown> {
    const opId = String(body["opId"]);
    if (answered.has(opId)) return { ok: true, value: answered.get(opId) };
    const known = tags.get(id);
    if ((known?.version ?? undefined) !== body["version"]) return problem(409, { current: { id, ...known } });
    const attributes = (body["attributes"] ?? {}) as { note?: unknown };
    if (attributes.note === "bad") return problem(422, { detail: "Not like this." });
    const next = { version: (known?.version ?? 0) + 1, note: attributes.note, withdrawn: deed === "withdraw" };
    tags.set(id, next);
    log.push(`${deed} ${id.slice(-4)} v${next.version}`);
    const tag = { id, type: "annotation", ...next };
    answered.set(opId, tag);
    return { ok: true, value: tag };
  }

  const answer: Parameters<typeof askOf>[0] = async (method, path, body, headers) => {
    const failing = trouble?.(path, body);
    if (failing) return failing;
    const sent = (body ?? {}) as Record<string, unknown>;
    if (path.endsWith("/tags/batch")) {
      const results = (sent["operations"] as { deed: string; id: string; body: Record<string, unknown> }[]).map(
        (each) => {
          const done = one(each.id, each.body, each.deed);
          return done.ok ? { status: "ok", tag: done.value } : { status: "refused", problem: done.problem };
        },
      );
      log.push(`batch ${results.length}`);
      return { ok: true, value: { results } };
    }
    const [address, query] = path.split("?");
    const id = address?.split("/").at(-1) ?? "";
    const seen = Number(headers?.["if-match"]?.replaceAll('"', ""));
    const opId = new URLSearchParams(query).get("opId");
    const done = method === "DELETE" ? one(id, { version: seen, opId }, "withdraw") : one(id, sent, "put");
    if (swallow > 0) {
      swallow--;
      return unreachable;
    }
    return done;
  };
  return {
    ask: askOf(answer),
    answer,
    tags,
    log,
    fail: (how: typeof trouble) => {
      trouble = how;
    },
    loseAnswers: (count: number) => {
      swallow = count;
    },
  };
}

const problem = (status: number, more: object): Answer<unknown> => ({
  ok: false,
  problem: { kind: "refused", title: "", status, ...more },
});

let server: ReturnType<typeof fakeServer>;
let database: string;
let user: string;
let keys = [key];
const open: (() => void)[] = [];

function page(
  more: Partial<Parameters<typeof createOutbox>[0]> = {},
): Outbox & { until: Until; states: OutboxState[] } {
  const neighbours = joinNeighbours(user);
  const states: OutboxState[] = [];
  const watchers = new Set<() => void>();
  const outbox = createOutbox({
    user,
    rows: openRows(database),
    cipher: createCipher(async () => keys),
    ask: server.ask,
    neighbours,
    newOpId: newId<OpId>,
    isOnline: () => true,
    isStillMe: async () => "yes",
    chance: () => 0,
    onState(state) {
      states.push(state);
      for (const watch of watchers) watch();
    },
    onAcknowledged: () => undefined,
    ...more,
  });
  const until: Until = (holds) =>
    new Promise((resolve) => {
      const look = () => {
        if (!holds(outbox.state())) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  open.push(() => {
    void outbox.close();
    neighbours.leave();
  });
  return { ...outbox, until, states };
}
type Until = (holds: (state: OutboxState) => boolean) => Promise<void>;

const empty = ({ waiting, unsaved }: OutboxState) => waiting.length === 0 && unsaved === 0;
const onDisk = ({ unsaved }: OutboxState) => unsaved === 0;

function put(thing: Thing, note: string, more: Partial<Ticket> = {}): { ticket: Ticket; change: Change } {
  const segments = [{ start: 0, end: 5, quote: "words of the report" }];
  return {
    ticket: ticketFor(thing, { deed: "put-annotation", ...more }),
    change: { deed: "put-annotation", body: { kind: "claim", revisionId, segments, attributes: { note } } },
  };
}

function ticketFor(thing: Thing, more: Partial<Ticket> & Pick<Ticket, "deed">): Ticket {
  return {
    opId: newId<OpId>(),
    projectId: project,
    reportId: report,
    thing,
    needs: [],
    version: undefined,
    at: 0,
    ...more,
  };
}

beforeEach(() => {
  server = fakeServer();
  database = `test-${newId()}`;
  user = newId();
  keys = [key];
});
afterEach(() => {
  for (const close of open.splice(0)) close();
});

test("what waits leaves the device only when the server acknowledged it", async () => {
  const box = page();
  const tag = newId<Thing & string>();
  box.add([put(tag, "one")]);
  expect(box.state().unsaved).toBe(1);
  await box.until(empty);
  expect(server.tags.get(tag)).toMatchObject({ version: 1, note: "one" });
});

test("changes of one tag arrive in order, on the version before", async () => {
  const box = page();
  const tag = newId<Thing & string>();
  for (const note of ["a", "b", "c", "d"]) box.add([put(tag, note)]);
  await box.until(empty);
  expect(server.tags.get(tag)?.note).toBe("d");
  expect(server.log.every((line) => line.startsWith("put"))).toBe(true);
});

test("a change laid down after the one before was acknowledged follows it", async () => {
  const box = page();
  const tag = newId<Thing & string>();
  box.add([put(tag, "a")]);
  await box.until(empty);
  box.add([put(tag, "b")]);
  await box.until(empty);
  expect(server.tags.get(tag)).toMatchObject({ version: 2, note: "b" });
});

test("a link waits for an earlier change of its end, such as the one that brings it back", async () => {
  const [end, link] = [newId<Thing & string>(), newId<Thing & string>()];
  const ask = askOf(async (method, path, body, headers) => {
    if (path.includes(end)) await new Promise((resolve) => setTimeout(resolve, 20));
    return server.answer(method, path, body, headers);
  });
  const box = page({ ask });
  box.add([put(end, "made")]);
  await box.until(empty);
  box.add([put(end, "back", { version: 1 }), put(link, "link", { needs: [end] })]);
  await box.until(empty);
  expect(server.log).toEqual([`put ${end.slice(-4)} v1`, `put ${end.slice(-4)} v2`, `put ${link.slice(-4)} v1`]);
});

test("many wait: they travel together", async () => {
  const box = page();
  box.add(Array.from({ length: 20 }, (_, index) => put(newId<Thing & string>(), `n${index}`)));
  await box.until(empty);
  expect(server.tags.size).toBe(20);
  expect(server.log).toContain("batch 20");
});

test("what hangs on a new tag waits for it", async () => {
  const box = page();
  const parent = newId<Thing & string>();
  const child = newId<Thing & string>();
  box.add([put(child, "child", { needs: [parent] }), put(parent, "parent")]);
  await box.until(empty);
  expect(server.log).toEqual([`put ${parent.slice(-4)} v1`, `put ${child.slice(-4)} v1`]);
});

test("an answer was lost: sent again it makes nothing twice", async () => {
  const box = page();
  const tag = newId<Thing & string>();
  server.loseAnswers(1);
  box.add([put(tag, "one")]);
  await box.until(empty);
  expect(server.tags.get(tag)?.version).toBe(1);
});

describe("the page dies", () => {
  test("before anything was sent: the next page sends it", async () => {
    server.fail(() => unreachable);
    const dying = page();
    const tag = newId<Thing & string>();
    dying.add([put(tag, "kept")]);
    await dying.until((state) => onDisk(state) && state.blocked !== undefined);
    for (const close of open.splice(0)) close();

    server.fail(undefined);
    const next = page();
    expect((await next.load()).map(({ change }) => change?.deed)).toEqual(["put-annotation"]);
    next.retry();
    await next.until(empty);
    expect(server.tags.get(tag)).toMatchObject({ version: 1, note: "kept" });
  });

  test("and its sign-in with it: a later sign-in still reads what waits", async () => {
    server.fail(() => problem(401, {}));
    const dying = page();
    const tag = newId<Thing & string>();
    dying.add([put(tag, "kept")]);
    await dying.until((state) => onDisk(state) && state.blocked === "signed-out");
    for (const close of open.splice(0)) close();

    server.fail(undefined);
    keys = [otherKey, key];
    const next = page();
    next.retry();
    await next.load();
    await next.until(empty);
    expect(server.tags.get(tag)?.note).toBe("kept");
  });

  test("between commit and acknowledgement, with a change behind: one version each", async () => {
    const dying = page();
    const tag = newId<Thing & string>();
    server.loseAnswers(1);
    dying.add([put(tag, "one")]);
    await dying.until(({ blocked }) => blocked !== undefined);
    dying.add([put(tag, "two")]);
    await dying.until(onDisk);
    for (const close of open.splice(0)) close();

    const next = page();
    next.retry();
    await next.load();
    await next.until(empty);
    expect(server.tags.get(tag)).toMatchObject({ version: 2, note: "two" });
  });
});

test("nothing of the report and of people's words lies readable on the device", async () => {
  server.fail(() => unreachable);
  const box = page();
  box.add([put(newId<Thing & string>(), "my own words")]);
  await box.until((state) => onDisk(state) && state.waiting.length === 1);
  const [row] = await (await openRows(database)).all(user);
  const clear = JSON.stringify(row) + new TextDecoder().decode(row?.sealed.data);
  expect(clear).not.toContain("words");
});

test("the server went on meanwhile: both versions are kept until a person chooses", async () => {
  const box = page();
  const tag = newId<Thing & string>();
  server.tags.set(tag, { version: 3, note: "theirs", withdrawn: false });
  box.add([put(tag, "ours", { version: 2 })]);
  await box.until(({ holds }) => holds.get(tag)?.is === "conflict");
  expect(server.tags.get(tag)?.note).toBe("theirs");

  await box.resubmit(tag, { version: 3 });
  await box.until(empty);
  expect(server.tags.get(tag)).toMatchObject({ version: 4, note: "ours" });
});

test("a refused change holds up what hangs on it and nobody else", async () => {
  const box = page();
  const [bad, hanging, good] = [newId<Thing & string>(), newId<Thing & string>(), newId<Thing & string>()];
  box.add([put(bad, "bad"), put(hanging, "x", { needs: [bad] }), put(good, "fine")]);
  await box.until(({ holds, waiting }) => holds.size === 2 && waiting.length === 2);
  expect(server.tags.has(good)).toBe(true);
  expect([...box.state().holds.values()].map((hold) => (hold.is === "refused" ? hold.detail : ""))).toEqual([
    "Not like this.",
    "orphan",
  ]);

  await box.discard(bad);
  expect(box.state().waiting).toEqual([]);
});

test("a refused change that is corrected goes out", async () => {
  const box = page();
  const tag = newId<Thing & string>();
  box.add([put(tag, "bad")]);
  await box.until(({ holds }) => holds.get(tag)?.is === "refused");
  box.add([put(tag, "better")]);
  await box.until(empty);
  expect(server.tags.get(tag)?.note).toBe("better");
});

test("signed out: everything stays, and goes out after signing in again", async () => {
  server.fail(() => problem(401, {}));
  const box = page();
  const tag = newId<Thing & string>();
  box.add([put(tag, "mine")]);
  await box.until(({ blocked }) => blocked === "signed-out");
  expect(server.tags.size).toBe(0);
  server.fail(undefined);
  box.retry();
  await box.until(empty);
  expect(server.tags.size).toBe(1);
});

test("somebody else signed in: nothing goes out in their name", async () => {
  server.fail(() => problem(401, {}));
  const box = page({ isStillMe: async () => "no" });
  box.add([put(newId<Thing & string>(), "mine")]);
  await box.until(({ blocked }) => blocked === "signed-out");
  server.fail(undefined);
  box.retry();
  await box.until(({ blocked }) => blocked === "signed-out");
  expect(server.tags.size).toBe(0);
});

test("one change that the server chokes on does not hold up the others of its batch", async () => {
  const poison = newId<Thing & string>();
  server.fail((_path, body) => (JSON.stringify(body).includes("poison") ? problem(500, {}) : undefined));
  const box = page();
  box.add([
    ...Array.from({ length: 6 }, () => put(newId<Thing & string>(), "fine")),
    put(poison, "poison"),
    ...Array.from({ length: 6 }, () => put(newId<Thing & string>(), "fine")),
  ]);
  await box.until(({ waiting, unsaved }) => waiting.length === 1 && unsaved === 0);
  expect(server.tags.size).toBe(12);
  expect(box.state().blocked).toBe("unavailable");
});

test("what is added while only a poisoned change waits goes out at once", async () => {
  const poison = newId<Thing & string>();
  server.fail((_path, body) =>
    JSON.stringify(body).includes("poison") ? problem(503, { retryAfterMs: 60_000 }) : undefined,
  );
  const box = page();
  box.add([put(newId<Thing & string>(), "fine"), put(poison, "poison")]);
  await box.until(({ waiting, unsaved }) => waiting.length === 1 && unsaved === 0);
  const late = newId<Thing & string>();
  box.add([put(late, "fine")]);
  await box.until(({ waiting, unsaved }) => waiting.length === 1 && unsaved === 0);
  expect(server.tags.get(late)?.note).toBe("fine");
});

test("two pages of one browser send in turn and make nothing twice", async () => {
  const [one, two] = [page(), page()];
  const things = Array.from({ length: 12 }, () => newId<Thing & string>());
  things.forEach((thing, index) => {
    (index % 2 === 0 ? one : two).add([put(thing, "x")]);
  });
  await Promise.all([one.until(empty), two.until(empty)]);
  expect(things.map((thing) => server.tags.get(thing)?.version)).toEqual(things.map(() => 1));
});

test("the reader is left at once after a change: it still goes out", async () => {
  const box = page();
  const tag = newId<Thing & string>();
  box.add([put(tag, "in a hurry")]);
  await box.close();
  expect(server.tags.get(tag)?.note).toBe("in a hurry");
});

test("a browser that keeps nothing: changes still go out, and the page says that they would be lost with it", async () => {
  server.fail(() => unreachable);
  const box = page({ rows: Promise.resolve(memoryRows()) });
  const tag = newId<Thing & string>();
  box.add([put(tag, "one")]);
  box.add([put(tag, "two")]);
  await box.until(({ waiting, fleeting }) => waiting.length > 0 && fleeting);
  server.fail(undefined);
  box.retry();
  await box.until(empty);
  expect(server.tags.get(tag)?.note).toBe("two");
});

test("changed in the moment of its acknowledgement: the change follows it and is no conflict", async () => {
  const tag = newId<Thing & string>();
  let once = true;
  const box = page({
    onAcknowledged() {
      // Written before the page heard of version 1, laid down after.
      if (once) box.add([put(tag, "two", { version: undefined })]);
      once = false;
    },
  });
  box.add([put(tag, "one")]);
  await box.until((state) => empty(state) || state.holds.size > 0);
  await box.until((state) => server.tags.get(tag)?.version === 2 || state.holds.size > 0);
  expect(box.state().holds.size).toBe(0);
  expect(server.tags.get(tag)).toMatchObject({ version: 2, note: "two" });
});
