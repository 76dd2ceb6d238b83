import { expect, test } from "vitest";
import type { DeskState, Saving } from "@/client/desk/desk";
import { reportOf, startOn } from "@/client/desk/desk.fixture";
import { stateAt } from "@/client/desk/start";
import { Store } from "@/client/desk/store";
import { whenSaved } from "@/client/desk/when-saved";

/** A desk that says this of saving, and what it says later. */
function saying(first: Saving) {
  const store = new Store({ ...stateAt(startOn(reportOf("Hama fell."))), saving: first });
  const desk = {
    getState: () => store.state,
    subscribe: (hear: (state: DeskState, was: DeskState) => void) => store.subscribe(hear),
  };
  return { saved: whenSaved(desk), later: (saving: Saving) => store.set({ saving }) };
}
const saving: Saving = { state: "saving", waiting: 2 };
const saved: Saving = { state: "saved", at: undefined };

test.each<{ is: Saving; answer: boolean }>([
  { is: saved, answer: true },
  { is: { state: "on this device", waiting: 1, why: "offline" }, answer: false },
  { is: { state: "conflict", things: [] }, answer: false },
  { is: { state: "refused", things: [] }, answer: false },
])("$is.state at once: $answer", async ({ is, answer }) => {
  expect(await saying(is).saved).toBe(answer);
});

test.each<{ next: Saving; answer: boolean }>([
  { next: saved, answer: true },
  { next: { state: "on this device", waiting: 2, why: "signed-out" }, answer: false },
  { next: { state: "conflict", things: [] }, answer: false },
])("saving, then $next.state: $answer", async ({ next, answer }) => {
  const { saved: outcome, later } = saying(saving);
  later({ state: "saving", waiting: 1 });
  later(next);
  later(saving);
  expect(await outcome).toBe(answer);
});
