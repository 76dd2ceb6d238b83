import { expect, test } from "vitest";
import type { Evidence } from "@/domain/event/evidence";
import { aClaim, claimId, entityId } from "@/domain/event/evidence.fixture";
import { likelyMembers } from "@/domain/event/likely";

const hama = [{ id: claimId("p"), words: "Hama", primary: true }];
const army = [{ id: entityId("Army"), name: "Army", role: "initiator" as const }];
const clash = aClaim("Three people were killed near Hama", {
  time: { from: "2026-11-28" },
  places: hama,
  actors: army,
});
const reasons = (candidate: Evidence, linked: string[] = []) =>
  likelyMembers([clash], [candidate], { linked: new Set(linked), most: 10 }).flatMap((each) =>
    each.reasons.map(({ why, what }) => (what ? `${why}: ${what}` : why)),
  );

test.each([
  {
    when: "place, day and actor",
    more: { time: { from: "2026-11-28" }, places: hama, actors: army },
    is: ["same day: 2026-11-28", "same place: Hama", "same actor: Army"],
  },
  {
    when: "a day apart",
    more: { time: { from: "2026-11-29" }, places: hama },
    is: ["days apart: 1", "same place: Hama"],
  },
  {
    when: "a month apart, whatever the place",
    more: { time: { from: "2026-10-20" }, places: hama, actors: army },
    is: [],
  },
  { when: "nothing but the actor", more: { actors: army }, is: [] },
  {
    when: "an intention never joins",
    more: { kind: "intention" as const, places: hama, time: { from: "2026-11-28" } },
    is: [],
  },
  {
    when: "a denial joins",
    more: { kind: "denial" as const, places: hama, time: { from: "2026-11-28" } },
    is: ["same day: 2026-11-28", "same place: Hama"],
  },
])("$when: $is", ({ more, is }) => {
  expect(reasons(aClaim("B", more))).toEqual(is);
});

test("a link between the claims is a reason of its own", () => {
  expect(reasons(aClaim("B"), [claimId("B")])).toEqual(["linked"]);
});

test("shared words are named", () => {
  const candidate = aClaim("B", { quote: "People killed when shells fell near Hama", time: { from: "2026-11-28" } });
  expect(reasons(candidate)).toEqual(["same day: 2026-11-28", "same words: People, killed, Hama"]);
});

test("members are not proposed again", () => {
  expect(likelyMembers([clash], [clash], { linked: new Set(), most: 10 })).toEqual([]);
});
