import type { DatasetHeader } from "@/domain/formats/dataset";

/** What holds for every tag and thread that does not say otherwise; it stands in the manifest. */
export type Usual = { layer: string; origin: string; version: number; codebookVersion: number };

export const usualIn = ({ project, codebook }: DatasetHeader): Usual => ({
  layer: project.mode === "shared" ? "shared" : "final",
  origin: "person",
  version: 1,
  codebookVersion: codebook.version,
});

/** The state that a version was written in, unless it says another. */
export const writtenAs = "open";
