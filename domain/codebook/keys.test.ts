import { expect, test } from "vitest";
import { Codebook } from "@/domain/codebook/codebook";
import { keysOf } from "@/domain/codebook/keys";

const labels = (...rows: [slug: string, key?: string | undefined, retired?: boolean][]) =>
  Codebook.parse({ labels: rows.map(([slug, key, retired = false]) => ({ slug, name: slug, key, retired })) }).labels;

test.each([
  { of: labels(["a"], ["b"]), are: { a: "4", b: "5" } },
  { of: labels(["a"], ["b", "4"]), are: { a: "5", b: "4" } },
  { of: labels(["a", undefined, true], ["b"]), are: { b: "4" } },
  { of: labels(["a", "4", true], ["b", "4"]), are: { b: "4" } },
  {
    of: labels(["a"], ["b"], ["c"], ["d"], ["e"], ["f"], ["g"], ["h", "9"]),
    are: { a: "4", b: "5", c: "6", d: "7", e: "8", h: "9" },
  },
])("keys $are", ({ of, are }) => {
  expect(Object.fromEntries(keysOf(of))).toEqual(are);
});
