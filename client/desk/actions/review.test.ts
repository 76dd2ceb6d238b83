// @vitest-environment node
import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { type Answer, unreachable } from "@/client/api/answer";
import { askOf } from "@/client/api/ask.fixture";
import { createDesk } from "@/client/desk/create-desk";
import type { Desk, DeskState } from "@/client/desk/desk";
import type { LiveWord } from "@/client/live/word";
import { newId } from "@/client/new-id";
import { createCipher } from "@/client/outbox/cipher";
import { memoryRows } from "@/client/outbox/memory-rows";
import { joinNeighbours } from "@/client/outbox/neighbours";
import { createOutbox } from "@/client/outbox/outbox";
import type { OpId, ProjectId, ReportId, RevisionId, TagId, UserId, VerdictId } from "@/domain/ids";
import type { Report } from "@/domain/report/report";
import type { Annotation } from "@/domain/tag/tag";

/** What a reviewer's page tells the server to have seen, and what it does when a colleague was faster. */

const at = "2026-11-22T10:00:00.000Z";
const [me, mia, rana] = [newId<UserId>(), newId<UserId>(), newId<UserId>()];
const text = "Local sources said the army reached Hama.";
const report = {
  id: newId<ReportId>(),
  projectId: newId<ProjectId>(),
  revisionId: newId<RevisionId>(),
  title: "A report",
  language: "en",
  direction: "ltr",
  state: "in review",
  text,
} as Report; // the desk asks for no more of it

const claim: Annotation = {
  id: newId<TagId>(),
  type: "annotation",
  kind: "claim",
  attributes: {},
  projectId: report.projectId,
  reportId: report.id,
  revisionId: report.revisionId,
  segments: [{ start: 19, end: 40, quote: text.slice(19, 40), prefix: "", suffix: "" }],
  layer: "shared",
  state: "open",
  version: 1,
  origin: "person",
  codebookVersion: 1,
  createdBy: rana,
  createdAt: at,
  updatedBy: rana,
  updatedAt: at,
};
const rejected: Annotation = {
  ...claim,
  state: "rejected",
  verdict: { id: newId<VerdictId>(), decision: "reject", reason: "Not a claim.", version: 1, by: mia, at },
};

type Sent = { method: string; path: string; body: Record<string, unknown> };

let desk: Desk;
let unplug: () => void = () => undefined;
let live: (word: LiveWord) => void = () => undefined;
let sent: Sent[] = [];
let now: Annotation = claim;
/** What the server answers a decision or a change with. */
let answer: (sent: Sent) => Answer<unknown> = () => unreachable;

function open(tag: Annotation) {
  const heard: Sent[] = [];
  [sent, now] = [heard, tag];
  const ask = askOf(async (method, path, body) => {
    if (method === "GET") return { ok: true, value: { annotations: [now], relations: [], items: [] } };
    heard.push({ method, path, body: body as Sent["body"] }); // what our own page sends is an object
    return answer({ method, path, body: body as Sent["body"] });
  });
  desk = createDesk(
    {
      project: {
        id: report.projectId,
        name: "A project",
        languages: ["en"],
        mode: "shared",
        twoPersonRule: false,
        codebookVersion: 1,
        codebook: { eventTypes: [], labels: [], relationTypes: [], reportFields: [] },
        reasons: [],
      },
      report,
      blocks: [],
      people: [],
      layer: "shared",
      me: { id: me, mayTag: true, mayDecide: true, mayDiscuss: true },
      annotations: [tag],
      relations: [],
      entities: [],
      threads: [],
    },
    {
      ask,
      now: Date.now,
      drafts: { read: async () => "", write: async () => undefined },
      listen(hear) {
        live = hear;
        return { joined: Promise.resolve(), stop: () => undefined };
      },
      openOutbox(handlers) {
        const neighbours = joinNeighbours(newId<UserId>());
        unplug = neighbours.leave;
        return createOutbox({
          ...handlers,
          user: me,
          rows: Promise.resolve(memoryRows()),
          cipher: createCipher(async () => [btoa("0".repeat(32))]),
          ask,
          neighbours,
          newOpId: newId<OpId>,
          isOnline: () => true,
          isStillMe: async () => "yes",
        });
      },
    },
  );
  desk.start();
}

afterEach(() => {
  desk.close();
  unplug();
});

const until = (holds: (state: DeskState) => boolean) =>
  new Promise<void>((resolve) => {
    if (holds(desk.getState())) return resolve();
    const stop = desk.subscribe((state) => {
      if (!holds(state)) return;
      stop();
      resolve();
    });
  });
const shown = () => desk.getState().annotations.get(claim.id);
const conflictWith = (current: unknown): Answer<unknown> => ({
  ok: false,
  problem: { kind: "conflict", title: "", status: 409, current },
});
const accepted = (): Answer<unknown> => {
  const verdict = { id: newId<VerdictId>(), tagId: claim.id, decision: "accept", reason: "", version: 1, by: me, at };
  now = { ...claim, state: "accepted", verdict: { ...verdict, decision: "accept" } };
  return { ok: true, value: { verdict, tag: now } };
};

test("a decision says which version and verdict was seen, and overruling names the colleague's", async () => {
  answer = ({ body }) => (body["seen"] === rejected.verdict?.id ? accepted() : conflictWith(rejected));
  open(claim);
  await until(({ loaded }) => loaded);
  desk.decide(claim.id, "accept", "");
  await until(({ conflicts }) => conflicts.size === 1);
  expect(sent).toMatchObject([{ body: { decision: "accept", version: 1, seen: null } }]);
  expect(desk.getState().conflicts.get(claim.id)).toMatchObject({
    deciding: { decision: "accept", reason: "" },
    theirs: { state: "rejected", verdict: { by: mia, reason: "Not a claim." } },
  });
  desk.settle(claim.id, "ours");
  await until(({ saving }) => saving.state === "saved");
  expect(sent[1]).toMatchObject({ body: { decision: "accept", version: 1, seen: rejected.verdict?.id } });
  expect(shown()?.state).toBe("accepted");
});

test("a colleague's decision that is kept stands as it is", async () => {
  answer = () => conflictWith(rejected);
  open(claim);
  await until(({ loaded }) => loaded);
  desk.decide(claim.id, "return", "Whose words?");
  await until(({ conflicts }) => conflicts.size === 1);
  desk.settle(claim.id, "theirs");
  await until(({ saving }) => saving.state === "saved" && shown()?.state !== "returned");
  expect(shown()).toMatchObject({ state: "rejected", verdict: { by: mia } });
  expect(sent).toHaveLength(1);
});

test("a change says which verdict was seen on the tag", async () => {
  answer = () => unreachable;
  open(rejected);
  await until(({ loaded }) => loaded);
  desk.changeAttributes(claim.id, { kind: "event" });
  await until(({ saving }) => saving.state === "on this device");
  expect(sent[0]).toMatchObject({ method: "PUT", body: { version: 1, seen: rejected.verdict?.id } });
});

test("what is corrected is decided on as it was when the correction began", async () => {
  answer = () => conflictWith(now);
  open(claim);
  await until(({ loaded }) => loaded);
  desk.correct(claim.id);
  desk.changeAttributes(claim.id, { certainty: "possible" });
  now = { ...claim, version: 2, attributes: { kind: "event" }, updatedAt: "2026-11-22T11:00:00.000Z" };
  const entry = { id: "1", did: "changed-tag" as const, by: rana, at, tagId: claim.id, version: 2, refs: {} };
  live({ is: "entry", entry: { ...entry, projectId: report.projectId, reportId: report.id } });
  await until(({ news }) => news.length > 0);
  desk.decide(claim.id, "accept-with-change", "");
  await until(({ conflicts }) => conflicts.size === 1);
  expect(sent).toMatchObject([{ body: { decision: "accept-with-change", version: 1 } }]);
  desk.settle(claim.id, "theirs");
  await until(() => shown()?.version === 2);
  expect(shown()).toMatchObject({ version: 2, attributes: { kind: "event" } });
});

test("what a colleague settled first is kept, or is made to say what one settled oneself", async () => {
  const theirs: Annotation = { ...claim, id: newId<TagId>(), layer: "final", kind: "place", derivedFrom: [claim.id] };
  for (const keep of ["theirs", "ours"] as const) {
    const done: Sent[] = [];
    answer = (change) => {
      const isTheirs = change.path.endsWith(theirs.id);
      if (!isTheirs) return conflictWith(theirs);
      done.push(change);
      const { kind, derivedFrom } = change.body;
      return { ok: true, value: { ...theirs, kind, derivedFrom, version: 2 } };
    };
    open(claim);
    await until(({ loaded }) => loaded);
    const draft = { type: "annotation" as const, kind: "source", attributes: {}, revisionId: report.revisionId };
    const [made] = desk.adjudicate([{ ...draft, segments: claim.segments, derivedFrom: [claim.id] }]);
    await until(({ conflicts }) => made !== undefined && conflicts.has(made));
    if (made) desk.settle(made, keep);
    const wanted = keep === "ours" ? 1 : 0;
    await until(
      ({ saving, annotations }) => saving.state === "saved" && annotations.has(theirs.id) && done.length === wanted,
    );
    expect(desk.getState().annotations.has(made ?? claim.id)).toBe(false);
    const kind = keep === "ours" ? "source" : "place";
    expect(desk.getState().annotations.get(theirs.id)).toMatchObject({ kind, derivedFrom: [claim.id] });
    if (keep === "theirs") {
      desk.close();
      unplug();
    }
  }
});
