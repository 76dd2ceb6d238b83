import { describe, expect, test } from "vitest";
import { newId } from "@/client/new-id";
import { type HoldEvent, type HoldState, Holds, holdAfter, holdEvents, holdStates } from "@/client/outbox/holds";
import type { TagId } from "@/domain/ids";

/** Every event in every state; a dot means that it stays. */
const table = `
           | free     | conflict | refused  | put off
  taken    | .        | free     | free     | free
  conflict | conflict | .        | conflict | conflict
  refused  | refused  | refused  | .        | refused
  put off  | put off  | put off  | put off  | .
  changed  | .        | .        | free     | .
  retry    | .        | .        | free     | free
  resubmit | .        | free     | free     | free
  gone     | .        | free     | free     | free
  due      | .        | .        | .        | free
`;

const [heads = [], ...lines] = table
  .trim()
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()));
const states = heads.filter((head) => head !== "");
const thing = newId<TagId>();

/** Lets an event happen to a thing in a state. */
function after(from: HoldState, event: HoldEvent): HoldState {
  const holds = new Holds();
  for (const each of [from, event]) {
    if (each === "free") continue;
    if (each === "conflict") holds.hold(thing, { is: "conflict", current: {} });
    else if (each === "refused") holds.hold(thing, { is: "refused", detail: "", errors: [] });
    else if (each === "put off") holds.putOff(thing, 0, () => 1000);
    else holds.tell(thing, each);
  }
  return holds.stateOf(thing);
}

test("the table names every state and every event", () => {
  expect(states).toEqual(holdStates);
  expect(lines.map(([event]) => event)).toEqual(holdEvents);
});

const cells = lines.flatMap(([event, ...row]) =>
  row.map((to, column) => ({ event, from: states[column], to: to === "." ? states[column] : to })),
);

test.each(cells)("$from, $event: $to", ({ from, event, to }) => {
  const [state, happened] = [holdStates.find((each) => each === from), holdEvents.find((each) => each === event)];
  if (!state || !happened) throw new Error("The table above names something unknown.");
  expect(holdAfter(state, happened)).toBe(to);
  expect(after(state, happened)).toBe(to);
});

describe("what was put off", () => {
  test("comes back when its time has come, and not before", () => {
    const holds = new Holds();
    holds.putOff(thing, 1000, () => 500);
    expect(holds.nextTry()).toBe(1500);
    holds.expire(1499);
    expect(holds.stateOf(thing)).toBe("put off");
    holds.expire(1500);
    expect(holds.stateOf(thing)).toBe("free");
    expect(holds.nextTry()).toBeUndefined();
  });

  test("waits longer each time, until it was taken", () => {
    const holds = new Holds();
    const attempts: number[] = [];
    const putOff = () =>
      holds.putOff(thing, 0, (attempt) => {
        attempts.push(attempt);
        return 0;
      });
    putOff();
    holds.expire(0);
    putOff();
    holds.tell(thing, "taken");
    putOff();
    expect(attempts).toEqual([0, 1, 0]);
  });

  test("is nothing that a person has to settle", () => {
    const holds = new Holds();
    holds.putOff(thing, 0, () => 1000);
    expect(holds.forPeople().size).toBe(0);
    expect(holds.refused().size).toBe(0);
  });
});

test("only what still waits is kept", () => {
  const [stays, goes] = [newId<TagId>(), newId<TagId>()];
  const holds = new Holds();
  for (const each of [stays, goes]) holds.hold(each, { is: "conflict", current: {} });
  holds.keep(new Set([stays]));
  expect([...holds.forPeople().keys()]).toEqual([stays]);
});

test("trying all again leaves conflicts to people", () => {
  const [theirs, bad] = [newId<TagId>(), newId<TagId>()];
  const holds = new Holds();
  holds.hold(theirs, { is: "conflict", current: {} });
  holds.hold(bad, { is: "refused", detail: "Not like this.", errors: [] });
  holds.tellAll("retry");
  expect([...holds.forPeople().keys()]).toEqual([theirs]);
});
