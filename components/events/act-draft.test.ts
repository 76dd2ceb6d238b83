import { expect, test } from "vitest";
import { actDraftOf, actOf, bystanderOf, emptyPerpetrator } from "@/components/events/act-draft";
import { Act } from "@/domain/event/act";
import { claimId, entityId } from "@/domain/event/evidence.fixture";

const [ana, army] = [entityId("Ana"), entityId("Army")];
const whole = Act.parse({
  outcome: "injured",
  victim: { entityId: ana, who: "civilian", side: "none" },
  claims: [claimId("A")],
  perpetrators: [
    {
      ...{ entityId: army, side: "government", involvement: "ordered", certainty: "probable" },
      ...{ blame: "blamed by an opponent", claims: [claimId("A")] },
    },
  ],
});
const group = Act.parse({ outcome: "killed", victim: { words: "three men", low: 3, high: 4 }, claims: [claimId("A")] });

test.each([whole, group])("what is changed in nothing is sent as it was: $outcome", (act) => {
  expect(actOf(actDraftOf(act, []))).toEqual(act);
});

test("a new act speaks of every claim that supports the event, and of nobody who was not chosen", () => {
  const draft = actDraftOf(undefined, [claimId("A"), claimId("B")]);
  const act = actOf({ ...draft, entityId: ana, perpetrators: [emptyPerpetrator(0, [claimId("A")])] });
  expect(act).toEqual({
    outcome: "killed",
    victim: { entityId: ana },
    claims: [claimId("A"), claimId("B")],
    perpetrators: [],
  });
});

test("a named victim is no counted group, and a group has no name", () => {
  const draft = actDraftOf(group, []);
  expect(actOf({ ...draft, named: true, entityId: ana }).victim).toEqual({ entityId: ana });
  expect(actOf({ ...actDraftOf(whole, []), named: false }).victim).toEqual({ who: "civilian", side: "none" });
});

test("nobody chosen is no witness", () => {
  expect(bystanderOf(null, "witness", [])).toBeUndefined();
  expect(bystanderOf(ana, "intervening party", [claimId("A")])).toMatchObject({ role: "intervening party" });
});
