import { describe, expect, test } from "vitest";
import { foreseen } from "@/domain/formats/foreseen";

const format = { whileWriting: [{ what: "blank-borders", how: "trimmed" }] as const };
const told = [
  { what: "links", how: "dropped", count: 2 },
  { what: "executable-cells", how: "altered", count: null },
] as const;

describe("losses before the download", () => {
  test("without a trial, what only writing finds out has no count", () => {
    expect(foreseen(format, told, undefined)).toEqual([
      ...told,
      { what: "blank-borders", how: "trimmed", count: null },
    ]);
  });

  test("a trial gives counts and examples, and says nothing of what did not happen", () => {
    expect(foreseen(format, told, [])).toEqual(told);
    const found = [
      { what: "links", how: "dropped", count: 1 },
      { what: "executable-cells", how: "altered", count: 4 },
      { what: "blank-borders", how: "trimmed", count: 3, examples: [" Hama"] },
    ] as const;
    expect(foreseen(format, told, found)).toEqual([{ ...found[0], count: 3 }, found[1], found[2]]);
  });
});
