import { expect, test } from "vitest";
import { Act, whoToWhom } from "@/domain/event/act";
import { claimId, entityId } from "@/domain/event/evidence.fixture";
import { countVictims } from "@/domain/event/victims";

const act = (victim: object, perpetrators: string[], claim = "A") =>
  Act.parse({
    outcome: "killed",
    victim,
    claims: [claimId(claim)],
    perpetrators: perpetrators.map((name) => ({
      entityId: entityId(name),
      involvement: "direct",
      certainty: "probable",
      blame: "blamed by an opponent",
      claims: [claimId(claim)],
    })),
  });
const person = (name: string) => ({ entityId: entityId(name) });
const counts = (acts: Act[]) => countVictims(acts).map(({ outcome, low, high }) => `${outcome} ${low}–${high}`);

test("three victims and two perpetrators come out right whichever did what to whom", () => {
  const acts = [act(person("Ana"), ["P"]), act(person("Ben"), ["P", "Q"]), act(person("Cem"), ["Q"])];
  expect(counts(acts)).toEqual(["killed 3–3"]);
  expect(whoToWhom(acts).map(({ perpetrator, victim }) => [perpetrator, victim])).toEqual([
    [entityId("P"), entityId("Ana")],
    [entityId("P"), entityId("Ben")],
    [entityId("Q"), entityId("Ben")],
    [entityId("Q"), entityId("Cem")],
  ]);
});

test("a victim that two reports name counts once, also after a merge of the person", () => {
  const twice = [act(person("Ana"), ["P"], "A"), act(person("Ana"), [], "B")];
  expect(counts(twice)).toEqual(["killed 1–1"]);
  const merged = [act(person("Ana"), []), act(person("Anna"), [])];
  expect(countVictims(merged, () => entityId("Ana")).map(({ low }) => low)).toEqual([1]);
});

test("groups that nobody named are never one by machine", () => {
  const groups = [act({ words: "three men", low: 3, high: 3 }, []), act({ words: "three men", low: 3, high: 4 }, [])];
  expect(counts(groups)).toEqual(["killed 6–7"]);
});

test.each([
  { victim: {}, taken: false },
  { victim: { ...person("Ana"), words: "a woman" }, taken: false },
  { victim: { words: "a woman" }, taken: true },
  { victim: { words: "some", low: 3, high: 2 }, taken: false },
])("$victim is taken: $taken", ({ victim, taken }) => {
  expect(Act.safeParse({ outcome: "killed", victim, claims: [claimId("A")] }).success).toBe(taken);
});
