import { describe, expect, test } from "vitest";
import { ReportField } from "@/domain/codebook/codebook";
import { fieldProblems, fieldsAsWritten } from "@/domain/report/field-problems";

const choices = [
  { slug: "high", name: "High" },
  { slug: "low", name: "Low", retired: true },
];
const fields = [
  { slug: "case", name: "Case", type: "text" },
  { slug: "dead", name: "Dead", type: "number" },
  { slug: "seen", name: "Seen", type: "date" },
  { slug: "rank", name: "Rank", type: "choice", choices },
  { slug: "old", name: "Old", type: "text", retired: true },
].map((field) => ReportField.parse(field));

test("a day that there is not, and a text that is too long, are no values", () => {
  const wrong = (values: Record<string, string>) => fieldProblems(values, fields).map(({ field }) => field);
  expect(wrong({ seen: "2024-02-29", case: "x".repeat(500) })).toEqual([]);
  expect(wrong({ seen: "2026-02-29", case: "x".repeat(501) })).toEqual(["fields.seen", "fields.case"]);
});

describe("what was written into cells", () => {
  test.each<[slug: string, written: string, is: string | number]>([
    ["dead", " 12.5 ", 12.5],
    ["dead", "a dozen", "a dozen"],
    ["rank", "High", "high"],
    ["rank", "high", "high"],
    ["case", "12", "12"],
    ["colour", "12", "12"],
  ])("%s “%s”", (slug, written, is) => {
    expect(fieldsAsWritten({ [slug]: written }, fields)).toEqual({ [slug]: is });
  });
});
