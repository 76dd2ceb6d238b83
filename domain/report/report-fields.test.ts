import { expect, test } from "vitest";
import { Codebook } from "@/domain/codebook/codebook";
import { fieldProblems } from "@/domain/report/field-problems";

const { reportFields } = Codebook.parse({
  reportFields: [
    { slug: "case", name: "Case", type: "text" },
    { slug: "pages", name: "Pages", type: "number" },
    { slug: "heard", name: "Heard on", type: "date" },
    {
      slug: "batch",
      name: "Batch",
      type: "choice",
      choices: [
        { slug: "a", name: "A" },
        { slug: "b", name: "B", retired: true },
      ],
    },
    { slug: "old", name: "Old", type: "text", retired: true },
  ],
});

test.each([
  { values: { case: "HR-12", pages: 3, heard: "2026-11-30", batch: "a" }, before: {}, wrong: [] },
  { values: { case: 12 }, before: {}, wrong: ["fields.case"] },
  { values: { pages: "3" }, before: {}, wrong: ["fields.pages"] },
  { values: { heard: "30.11.2026" }, before: {}, wrong: ["fields.heard"] },
  { values: { batch: "c" }, before: {}, wrong: ["fields.batch"] },
  { values: { batch: "b" }, before: {}, wrong: ["fields.batch"] },
  { values: { batch: "b", old: "x" }, before: { batch: "b", old: "x" }, wrong: [] },
  { values: { old: "y" }, before: { old: "x" }, wrong: ["fields.old"] },
  { values: { colour: "red" }, before: {}, wrong: ["fields.colour"] },
])("$values after $before: $wrong", ({ values, before, wrong }) => {
  expect(fieldProblems(values, reportFields, before).map(({ field }) => field)).toEqual(wrong);
});
