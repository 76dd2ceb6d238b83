import { expect, test } from "vitest";
import { leavingHit } from "@/domain/protection/leaving-hits";
import { nothingProtected, type Protection } from "@/domain/protection/protection";
import { whatMayLeave } from "@/domain/protection/what-may-leave";
import { Hit } from "@/domain/search/concordance";

const ids = "0190a000-0000-7000-8000-0000000000";
const hit = Hit.parse({
  ...{ reportId: `${ids}04`, revisionId: `${ids}05`, revision: 1, title: "Front moves", start: 4, end: 9 },
  ...{ at: "2026-11-22T10:00:00.000Z", language: "en" },
  ...{ left: "the ", word: "Layla", right: " Haddad spoke" },
});
const names = (held: readonly string[] = []) => ({
  ...{ ...nothingProtected, names: ["Layla Haddad"] },
  held: { reports: held, entities: [], tags: [] },
});
const gate = (protection: Protection = names()) => whatMayLeave(protection, (text) => text);

test("a name that begins in the word and ends beside it is blocked out in both", () => {
  expect(leavingHit(gate(), hit)).toEqual({ ...hit, word: "█████", right: "███████ spoke" });
});

test("a passage is blocked out on either side of the word", () => {
  const passage = { reportId: hit.reportId, revisionId: hit.revisionId, start: 0, end: 6 };
  const left = leavingHit(gate({ ...names(), names: [], passages: [passage] }), hit);
  expect(left).toEqual({ ...hit, left: "████", word: "██yla" });
});

test("nothing of a withheld report leaves, and everything where nothing is protected", () => {
  expect(leavingHit(gate(names([hit.reportId])), hit)).toBeUndefined();
  expect(leavingHit(gate({ ...nothingProtected, held: names().held }), hit)).toBe(hit);
});
