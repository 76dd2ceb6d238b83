import { expect, test } from "vitest";
import type { ReportId, TagId, UserId } from "@/domain/ids";
import { type BatchDecision, countWaiting, sortOut, type WaitingTag } from "@/domain/review/queue";
import type { Sampling } from "@/domain/review/sampling";

const [rita, ana] = ["rita" as UserId, "ana" as UserId];

const waiting = (id: string, more: Partial<WaitingTag> = {}): WaitingTag => ({
  id: id as TagId,
  key: id as TagId,
  version: 1,
  reportId: "report" as ReportId,
  kind: "claim",
  origin: "person",
  author: ana,
  writer: ana,
  at: "2026-11-01T00:00:00.000Z",
  casualties: false,
  checkWorthy: false,
  ...more,
});

const tags = [
  waiting("plain"),
  waiting("deaths", { casualties: true, at: "2026-10-01T00:00:00.000Z" }),
  waiting("check", { checkWorthy: true, origin: "engine:places" }),
  waiting("its link", { checkWorthy: true, kind: "located-at", key: "check" as TagId }),
  waiting("corrected by rita", { writer: rita, kind: "place", at: "2026-11-20T00:00:00.000Z" }),
];

/** Nobody is new, nothing is drawn: only what has to be looked at anyway. */
const sampling: Sampling = { settings: { rate: 0, newUntil: 0 }, authors: new Map() };

test("a report's waiting tags are counted in every way a reviewer chooses by", () => {
  expect(countWaiting(tags, { me: rita, twoPersonRule: true, sampling })).toEqual({
    waiting: 5,
    own: 1,
    unseen: 2,
    checkWorthy: 1,
    oldest: "2026-10-01T00:00:00.000Z",
    newest: "2026-11-20T00:00:00.000Z",
    kinds: { claim: 3, "located-at": 1, place: 1 },
    origins: { person: 4, "engine:places": 1 },
    people: { ana: 5 },
  });
});

test.each<{ decision: BatchDecision; twoPersonRule: boolean; taken: string[]; leftOut: object }>([
  {
    decision: "accept",
    twoPersonRule: true,
    taken: ["plain", "deaths", "check", "its link"],
    leftOut: { "own-work": 1 },
  },
  {
    decision: "accept",
    twoPersonRule: false,
    taken: ["plain", "deaths", "check", "its link", "corrected by rita"],
    leftOut: {},
  },
  {
    decision: "accept-unseen",
    twoPersonRule: false,
    taken: ["plain", "corrected by rita"],
    leftOut: { "in-sample": 3 },
  },
  { decision: "accept-unseen", twoPersonRule: true, taken: ["plain"], leftOut: { "own-work": 1, "in-sample": 3 } },
  {
    decision: "reject",
    twoPersonRule: true,
    taken: ["plain", "deaths", "check", "its link", "corrected by rita"],
    leftOut: {},
  },
])("$decision with the two-person rule $twoPersonRule takes $taken", ({ decision, twoPersonRule, taken, leftOut }) => {
  const sorted = sortOut(tags, decision, { me: rita, twoPersonRule, sampling });
  expect(sorted.taken.map(({ id }) => id)).toEqual(taken);
  expect(sorted.leftOut).toEqual(leftOut);
});
