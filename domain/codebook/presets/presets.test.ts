import { expect, test } from "vitest";
import { checkCodebook } from "@/domain/codebook/check-codebook";
import { labelKeys } from "@/domain/codebook/codebook-values";
import { keysOf } from "@/domain/codebook/keys";
import { codebookOf } from "@/domain/codebook/presets/presets";
import { presets } from "@/domain/project/project-values";

test.each(presets)("the codebook of %s holds together", (preset) => {
  const codebook = codebookOf(preset);
  expect(checkCodebook(codebook)).toEqual([]);
  const { labels, relationTypes } = codebook;
  expect(new Set(labels.map(({ colour }) => colour)).size).toBe(labels.length);
  expect(new Set(labels.map(({ shape }) => shape)).size).toBe(labels.length);
  expect([...keysOf(labels).values()]).toEqual(labelKeys.slice(0, labels.length));
  for (const { definition } of [...labels, ...relationTypes]) expect(definition).not.toBe("");
});

test("a codebook of nothing is what empty says", () => {
  expect(codebookOf("empty")).toEqual({ eventTypes: [], labels: [], relationTypes: [], reportFields: [] });
});
