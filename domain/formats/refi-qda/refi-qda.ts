import type { Format } from "@/domain/formats/format";
import { refiQdaReader } from "@/domain/formats/refi-qda/read";
import { writeCodebook, writeProject } from "@/domain/formats/refi-qda/write";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";

/** qdasoftware.org, REFI-QDA 1.5: projects and codebooks. Positions are code points, end exclusive. */
export const refiQda: Format = {
  id: "refi-qda",
  name: "REFI-QDA (QDPX)",
  label: "REFI-QDA project",
  means: "Reports with coded selections, comments and cases, for MAXQDA, NVivo, ATLAS.ti and QualCoder.",
  lets: [],
  extension: "qdpx",
  mediaType: "application/zip",
  offsetUnit: "code point",
  readBy: "tool",
  files: [
    {
      layer: "project",
      name: "project.qdpx",
      label: "Project (QDPX)",
      rows: ({ reports, annotations, relations, entities, comments }) =>
        reports + annotations + relations + entities + comments,
      write: writeProject,
    },
    { layer: "codebook", name: "codebook.qdc", label: "Codebook (QDC)", rows: () => 1, write: writeCodebook },
    reviewFile,
  ],
  usually: { byteOrderMark: false, comments: true },
  losses(counts, filters, options) {
    const merged = { what: "merged-entities", count: counts.mergedEntities, how: "merged" } as const;
    return [...(merged.count > 0 ? [merged] : []), ...leftBehind(counts, filters, options)];
  },
  whileWriting: [
    { what: "separate-parts", how: "split" },
    { what: "control-characters", how: "altered" },
  ],
  tellsChanges: true,
  reader: refiQdaReader,
};
