import type { ReportBundle } from "@/domain/formats/dataset";
import type { WriteOptions } from "@/domain/formats/format";

export const splits = ["train", "validation", "test"] as const;
export type Split = (typeof splits)[number];

/**
 * Which part of a dataset for training a report belongs to: eight in ten are for training, one for validation, one for the test. It
 * depends on the report's id alone, so that it stays there when others are added; a duplicate goes with its original.
 */
export function splitOf({ report }: ReportBundle, hash: WriteOptions["hash"]): Split {
  const digest = hash();
  digest.update(report.duplicateOf ?? report.id);
  const tenth = Number.parseInt(digest.hex().slice(0, 8), 16) % 10;
  if (tenth === 0) return "validation";
  return tenth === 1 ? "test" : "train";
}
