import { z } from "zod";
import { Thread } from "@/domain/discussion/thread";
import { Entity, Grade } from "@/domain/entity/entity";
import type { Dataset, DatasetHeader, EntityRecord, ReportBundle, TagRecord } from "@/domain/formats/dataset";
import { UserId } from "@/domain/ids";
import { Block, Report, staysInTheHouse } from "@/domain/report/report";
import { Verdict } from "@/domain/review/verdict";
import { Annotation, Relation, TagVersion } from "@/domain/tag/tag";

const past = { versions: z.array(TagVersion), verdicts: z.array(Verdict) };
const records = z.discriminatedUnion("record", [
  z.looseObject({ record: z.literal("manifest"), format: z.literal("glossator-jsonl"), formatVersion: z.literal(1) }),
  z.object({ record: z.literal("codebook"), version: z.int(), content: z.unknown() }),
  z.object({ record: z.literal("person"), id: UserId, name: z.string() }),
  Entity.extend({ record: z.literal("entity"), grades: z.array(Grade) }),
  Report.omit(staysInTheHouse).extend({ record: z.literal("report"), blocks: z.array(Block) }),
  Annotation.extend({ record: z.literal("annotation"), ...past }),
  Relation.extend({ record: z.literal("relation"), ...past }),
  Thread.extend({ record: z.literal("thread") }),
  z.object({ record: z.literal("end"), lines: z.int(), sha256: z.string() }),
]);

/** Names the line (from 1) and the reason: a dataset is read whole or not at all. */
export class UnreadableDataset extends Error {
  readonly line: number;
  constructor(line: number, reason: string) {
    super(`Line ${line}: ${reason}`);
    this.line = line;
  }
}

type Open = {
  report: ReportBundle["report"];
  annotations: TagRecord<Annotation>[];
  relations: TagRecord<Relation>[];
  threads: Thread[];
};

/** Reads what `jsonl` wrote, of this version or an earlier one. Throws UnreadableDataset. */
export function readJsonl(text: string, sha256: (text: string) => string): Dataset {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  let header: DatasetHeader | undefined;
  let codebook: DatasetHeader["codebook"] | undefined;
  const people: { id: UserId; name: string }[] = [];
  const entities: EntityRecord[] = [];
  const bundles: Open[] = [];
  let ended = false;

  for (const [index, raw] of lines.entries()) {
    const at = index + 1;
    const bundle = bundles.at(-1);
    const record = parse(raw, at);
    const kind = record.record;
    if (index === 0 && kind !== "manifest") throw new UnreadableDataset(at, "A dataset starts with its manifest.");
    if (ended) throw new UnreadableDataset(at, "Something follows the end record.");
    if (kind === "manifest") header = headerOf(record);
    else if (kind === "codebook") codebook = { version: record.version, content: record.content };
    else if (kind === "person") people.push({ id: record.id, name: record.name });
    else if (kind === "entity") entities.push(without(record));
    else if (kind === "report") bundles.push({ report: without(record), annotations: [], relations: [], threads: [] });
    else if (kind === "end") {
      const before = lines
        .slice(0, index)
        .map((each) => `${each}\n`)
        .join("");
      if (record.lines !== index)
        throw new UnreadableDataset(at, `The end counts ${record.lines} lines, there are ${index}.`);
      if (record.sha256 !== sha256(before))
        throw new UnreadableDataset(at, "The SHA-256 does not match: the file was changed.");
      ended = true;
    } else if (!bundle) throw new UnreadableDataset(at, `A ${kind} comes before any report.`);
    else if (kind === "annotation") bundle.annotations.push(tagRecord(record));
    else if (kind === "relation") bundle.relations.push(tagRecord(record));
    else bundle.threads.push(without(record));
  }
  if (!ended) throw new UnreadableDataset(lines.length, "The end record is missing: the file was cut off.");
  if (!header || !codebook) throw new UnreadableDataset(1, "The manifest or the codebook is missing.");
  return {
    header: { ...header, codebook, people, entities },
    async *reports() {
      yield* bundles;
    },
  };
}

function parse(raw: string, at: number) {
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    throw new UnreadableDataset(at, "This is not JSON.");
  }
  const parsed = records.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UnreadableDataset(at, `${issue?.path.join(".") || "record"}: ${issue?.message ?? "unknown record"}`);
}

function without<T extends { record: string }>(record: T): Omit<T, "record"> {
  const { record: _, ...rest } = record;
  return rest;
}

function tagRecord<T extends { record: string; versions: TagVersion[]; verdicts: Verdict[] }>(read: T) {
  const { record: _, versions, verdicts, ...tag } = read;
  return { tag, versions, verdicts };
}

const count = z.int().nonnegative().default(0);
const Header = z.object({
  formatVersion: z.literal(1),
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
  filters: z.object({
    states: z.array(z.string()),
    kinds: z.array(z.string()).nullable(),
    reportId: z.string().nullable(),
    standing: z.enum(["asserted", "all"]),
  }),
  counts: z.object({
    reports: count,
    annotations: count,
    claims: count,
    places: count,
    sources: count,
    relations: count,
    threads: count,
    comments: count,
    entities: count,
    mergedEntities: count.default(0),
    versions: count,
    verdicts: count,
    grades: count,
    discontinuous: count,
    backgroundClaims: count,
    relationsLeftBehind: count,
    embargoed: count.default(0),
  }),
});

function headerOf(record: unknown): DatasetHeader {
  const parsed = Header.safeParse(record);
  if (!parsed.success) throw new UnreadableDataset(1, parsed.error.issues[0]?.message ?? "The manifest is unreadable.");
  return { ...parsed.data, codebook: { version: 1, content: {} }, people: [], entities: [] };
}
