import { describe, expect, test } from "vitest";
import {
  type Blocked,
  idle,
  type Sender,
  type SenderEvent,
  type SenderState,
  senderEvents,
  senderStates,
  step,
} from "@/client/outbox/machine";

const at = (is: SenderState, more: Partial<Sender> = {}): Sender => ({ ...idle, is, ...more });

/** Every event in every state; a dot means that it stays. */
const table = `
               | idle    | in line | asking     | sending    | put off | resting | signed out
  work         | in line | .       | .          | .          | asking  | .       | .
  retry        | in line | .       | .          | .          | asking  | asking  | in line
  doubt        | .       | .       | .          | .          | .       | .       | .
  turn         | .       | asking  | .          | .          | .       | .       | .
  mine         | .       | .       | sending    | .          | .       | .       | .
  answered     | .       | .       | .          | asking     | .       | .       | .
  unanswered   | .       | .       | resting    | resting    | .       | .       | .
  signed out   | .       | .       | signed out | signed out | .       | .       | .
  later        | .       | .       | .          | put off    | .       | .       | .
  drained      | .       | .       | .          | idle       | .       | .       | .
  rested       | .       | .       | .          | .          | asking  | asking  | .
  stopped      | .       | idle    | idle       | idle       | idle    | idle    | .
`;

const [heads = [], ...lines] = table
  .trim()
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()));
const states = heads.filter((head) => head !== "");
const cells = lines.flatMap(([event, ...row]) =>
  row.map((to, column) => ({ event, from: states[column], to: to === "." ? states[column] : to })),
);

test("the table names every state and every event", () => {
  expect(states).toEqual(senderStates);
  expect(lines.map(([event]) => event)).toEqual(senderEvents);
});

test.each(cells)("$from, $event: $to", ({ from, event, to }) => {
  const [state, happened] = [senderStates.find((each) => each === from), senderEvents.find((each) => each === event)];
  if (!state || !happened) throw new Error("The table above names something unknown.");
  expect(step(at(state), happened, true).is).toBe(to);
});

describe("what is known beside", () => {
  test.each<{ event: SenderEvent; online?: boolean; before?: Blocked; blocked: Blocked | undefined }>([
    { event: "unanswered", blocked: "unavailable" },
    { event: "unanswered", online: false, blocked: "offline" },
    { event: "signed out", blocked: "signed-out" },
    { event: "answered", before: "offline", blocked: undefined },
    { event: "drained", before: "unavailable", blocked: undefined },
    { event: "retry", before: "signed-out", blocked: undefined },
    { event: "work", before: "offline", blocked: "offline" },
    { event: "rested", before: "offline", blocked: "offline" },
    { event: "mine", before: "unavailable", blocked: "unavailable" },
  ])("$event, online $online, blocked $before before: $blocked", ({ event, online = true, before, blocked }) => {
    expect(step(at("sending", { blocked: before }), event, online).blocked).toBe(blocked);
  });

  test("who is signed in is asked again after a doubt and after a refusal to know them", () => {
    expect(step(at("idle"), "doubt", true).sure).toBe(false);
    expect(step(at("sending"), "signed out", true).sure).toBe(false);
    expect(step(at("signed out", { sure: false }), "retry", true).sure).toBe(false);
    expect(step(at("asking", { sure: false }), "mine", true).sure).toBe(true);
  });
});

test("from every state there is a way back to idle", () => {
  for (const from of senderStates) {
    const reached = new Set<SenderState>([from]);
    for (const state of reached) {
      for (const event of senderEvents) reached.add(step(at(state), event, true).is);
    }
    expect(reached, from).toContain("idle");
  }
});
