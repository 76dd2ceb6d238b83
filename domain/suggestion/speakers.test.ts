import { describe, expect, test } from "vitest";
import { EntityId } from "@/domain/ids";
import { speakersOf } from "./speakers";

const id = (nth: number) => EntityId.parse(`00000000-0000-7000-8000-${String(nth).padStart(12, "0")}`);
const entity = (nth: number, name: string, more: object = {}) => ({ id: id(nth), name, aliases: [], ...more });
const source = (key: string, quote: string, start: number) => ({ key, quote, start });

describe("whom suggested sources stand for", () => {
  test("a known speaker by name, and whoever points back to it", () => {
    const found = speakersOf(
      [source("third", "The sources", 200), source("first", "Field sources", 10), source("second", "the mayor", 90)],
      [],
      [entity(1, "field sources")],
    );
    expect([...found]).toEqual([
      ["first", id(1)],
      ["third", id(1)],
    ]);
  });

  test("what is tagged before counts, and what stands later does not", () => {
    const tagged = [{ quote: "a military source", entityId: id(7), start: 50 }];
    expect(speakersOf([source("s", "The source", 60)], tagged, []).get("s")).toBe(id(7));
    expect(speakersOf([source("s", "The source", 40)], tagged, []).size).toBe(0);
  });

  test("nobody of another outlet, and nobody made up", () => {
    const entities = [entity(1, "local sources", { outletId: id(8) })];
    expect(speakersOf([source("s", "Local sources", 0)], [], entities, id(9)).size).toBe(0);
    expect(speakersOf([source("s", "Local sources", 0)], [], entities, id(8)).get("s")).toBe(id(1));
  });
});
