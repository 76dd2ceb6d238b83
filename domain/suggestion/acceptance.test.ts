import { expect, test } from "vitest";
import { acceptanceOf, isOn } from "./acceptance";

const counted = (accepted: number, rejected: number) => ({ engine: "words", rule: "trigger", accepted, rejected });
const none = { rules: {} };

test.each([
  ["nothing decided", 0, 0, "on"],
  ["too few decisions to say", 0, 19, "on"],
  ["mostly rejected", 6, 14, "off-by-itself"],
  ["a third accepted", 7, 14, "on"],
  ["mostly accepted", 41, 11, "on"],
] as const)("a rule with %s", (_what, accepted, rejected, state) => {
  expect(acceptanceOf(counted(accepted, rejected), none).state).toBe(state);
});

test("what an editor said goes before what was decided", () => {
  expect(acceptanceOf(counted(0, 90), { rules: { "words:trigger": "on" } }).state).toBe("on");
  expect(acceptanceOf(counted(90, 0), { rules: { "words:trigger": "off" } }).state).toBe("off");
});

test("a rule that nothing was decided of is shown unless it was switched off", () => {
  const rule = { engine: "words", rule: "trigger" };
  expect(isOn(rule, [], none)).toBe(true);
  expect(isOn(rule, [], { rules: { "words:trigger": "off" } })).toBe(false);
  expect(isOn(rule, [acceptanceOf(counted(0, 30), none)], none)).toBe(false);
});
