import { z } from "zod";
import { lossKinds, lossWays } from "@/domain/formats/loss";
import { formats } from "@/domain/formats/registry";
import { offsetUnits } from "@/domain/interchange/units";
import { tagStates } from "@/domain/tag/tag";

const leaving = tagStates.filter((state) => state !== "withdrawn");
const listed = z
  .string()
  .max(500)
  .transform((text) => text.split(",").filter((each) => each !== ""));

const yesOrNo = z.enum(["0", "1", "true", "false"]).transform((given) => given === "1" || given === "true");

/** Which tags leave. `state`: "all" or states with commas between; nobody's withdrawn tag ever leaves. */
export const AskedStates = listed
  .pipe(z.array(z.enum(["all", ...leaving])).min(1))
  .transform((states): string[] => (states.includes("all") ? leaving : [...new Set(states)]));

/** The query of an export's address. */
export const AskedExport = z.object({
  format: z
    .string()
    .max(40)
    .default("jsonl")
    .describe(formats.map(({ id, name }) => `${id}: ${name}`).join("; ")),
  state: AskedStates.default(["accepted"]),
  kind: listed.optional(),
  /** One file of a format that has several; all of them in a zip when left out. */
  layer: z.string().max(40).optional(),
  /** Claims marked as background leave the table of claims unless "all" is asked for. */
  standing: z.enum(["asserted", "all"]).default("asserted"),
  raw: yesOrNo.default(false),
  /** A byte order mark at the start of each table; left out: yes for spreadsheets, unless `raw`. */
  bom: yesOrNo.optional(),
  /** The file compressed with gzip; an archive is compressed as it is. */
  gz: yesOrNo.default(false),
  /** What offsets count, in a format that has a choice; left out: as it usually does. */
  unit: z.enum(offsetUnits).optional(),
  /** Threads and comments; left out: as the format usually does. */
  comments: yesOrNo.optional(),
});
export type AskedExport = z.infer<typeof AskedExport>;

const Loss = z.object({
  what: z.enum(lossKinds),
  count: z.int().nullable(),
  how: z.enum(lossWays),
  examples: z.array(z.string()).readonly().optional(),
});

/** What an export will hold and what it cannot carry, said before the download; the manifest says the same after it. */
export const ExportPreview = z.object({
  format: z.string(),
  offsetUnit: z.string(),
  filters: z.object({ states: z.array(z.string()), kinds: z.array(z.string()).nullable(), standing: z.string() }),
  counts: z.record(z.string(), z.int()),
  losses: z.array(Loss),
  files: z.array(z.object({ layer: z.string(), name: z.string(), rows: z.int() })),
  /** Tags there would be with every state, so that an empty choice can offer them. */
  inAllStates: z.int(),
});
export type ExportPreview = z.infer<typeof ExportPreview>;
