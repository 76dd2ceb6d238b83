import { z } from "zod";
import type { DatasetHeader, ExportCounts } from "@/domain/formats/dataset";
import { full, type Heard } from "@/domain/formats/native/full";
import { plainTag } from "@/domain/formats/native/plain-tag";
import { Counts, FullRecord } from "@/domain/formats/native/records";
import { guidelinesSchema } from "@/domain/prose/guidelines-schema";
import { sentProse } from "@/domain/prose/sent";

/** One record of a native file, said in full. Throws a sentence about what can't be read. */
export function recordIn(json: unknown, heard: Heard | undefined): FullRecord {
  return (heard && plainTag(json, heard)) ?? anyRecordIn(json, heard);
}

/** The same with every schema, whatever record it is. */
export function anyRecordIn(json: unknown, heard: Heard | undefined): FullRecord {
  const parsed = FullRecord.safeParse(heard ? full(json, heard) : json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${issue?.path.join(".") || "record"}: ${issue?.message ?? "unknown record"}`);
  }
  const person = Numbered.safeParse(json);
  if (heard && person.success && parsed.data.record === "person") heard.people.set(person.data.number, parsed.data.id);
  return parsed.data;
}

const Numbered = z.looseObject({ record: z.literal("person"), number: z.int() });

const Header = z.object({
  formatVersion: z.union([z.literal(1), z.literal(2)], "Only versions 1 and 2 can be read."),
  generator: z.string(),
  exportedAt: z.iso.datetime(),
  project: z.object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    mode: z.string(),
    languages: z.array(z.string()),
  }),
  guidelines: z.string(),
  guidelinesProse: sentProse(guidelinesSchema, { empty: true }).optional(),
  filters: z.object({
    states: z.array(z.string()),
    kinds: z.array(z.string()).nullable(),
    reportId: z.string().nullable(),
    standing: z.enum(["asserted", "all"]),
  }),
  /** Version 1 counts here, later ones at the end. */
  counts: Counts.optional(),
  usual: z.object({ layer: z.string(), origin: z.string(), version: z.int(), codebookVersion: z.int() }).optional(),
});

type Said = { header: DatasetHeader; counts: ExportCounts | undefined; heard: Heard | undefined };

/** What a manifest says; `heard` is there when the file is of version 2. Throws a sentence. */
export function manifestIn(record: unknown): Said {
  const parsed = Header.safeParse(record);
  if (!parsed.success) throw new Error(parsed.error.issues[0]?.message ?? "The manifest is unreadable.");
  const { formatVersion, counts, usual, ...said } = parsed.data;
  const header = { ...said, codebook: { version: 1, content: {} }, people: [], entities: [] };
  if (formatVersion === 1) return { header, counts, heard: undefined };
  if (!usual) throw new Error("The manifest does not say what is usual.");
  return { header, counts, heard: { usual, projectId: said.project.id, people: new Map(), report: undefined } };
}
