import { z } from "zod";
import { UploadId, UserId } from "@/domain/ids";
import { AnnotationKind } from "@/domain/tag/kind";
import { RelationKind } from "@/domain/tag/relation";

const Word = z.string().max(500);
const FormatId = z.string().max(60);
/** Of tables, a question is asked for each column by its name. */
const Answers = z.record(z.string().max(210), z.string().max(200)).default({});

const NewLabel = z.strictObject({
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
  name: z.string().trim().min(1).max(100),
  /** What the file says of it, as attributes in the words that stand there. */
  attributes: z.array(z.string().trim().min(1).max(100)).max(40).default([]),
});

/** What a file's label becomes: a kind of the project, a new label of its codebook, or nothing. */
export const LabelTarget = z.union([AnnotationKind, z.strictObject({ new: NewLabel }), z.null()]);
export type LabelTarget = z.infer<typeof LabelTarget>;

/** What a file's link becomes; null leaves it out. */
export const LinkTarget = RelationKind.nullable();
export type LinkTarget = z.infer<typeof LinkTarget>;

/** What is looked at before anything is imported. Without a format the likeliest is taken. */
export const CheckData = z.strictObject({ upload: UploadId, format: FormatId.optional(), answers: Answers });
export type CheckData = z.infer<typeof CheckData>;

/** `as-in-file`: states, versions, decisions and times as they are told; only where a format tells all of them. */
export const entries = ["open", "accepted", "as-in-file"] as const;

/**
 * What is imported and how. Labels, links and authors that are not named here are left out, left out, and kept as names
 * without an account.
 */
export const ImportData = z.strictObject({
  upload: UploadId,
  format: FormatId,
  answers: Answers,
  labels: z.record(Word, LabelTarget).default({}),
  links: z.record(Word, LinkTarget).default({}),
  authors: z.record(Word, UserId.nullable()).default({}),
  /** A report whose text the project has: left alone, given the tags, or compared with the file, which left here and comes back. */
  duplicates: z.enum(["skip", "add", "compare"]).default("skip"),
  as: z.enum(entries).default("open"),
  /** Takes what is whole of a file that was cut off or changed. */
  damaged: z.boolean().default(false),
});
export type ImportData = z.infer<typeof ImportData>;

export type Counted<T> = { count: number; examples: T[] };
type Place = { file: string; line?: number };

/** What an import would do. Examples are the first few. */
export type ImportCheck = {
  format: { id: string; name: string };
  /** Everything that could read these files, likeliest first. */
  formats: { id: string; name: string }[];
  /** `examples`: of a column of a table, its first values. */
  asks: { name: string; answers: readonly string[]; answer: string; examples?: string[] }[];
  /** Whether the format tells states, versions, decisions and times. */
  whole: boolean;
  files: number;
  counts: { reports: number; tags: number; links: number; comments: number; entities: number };
  labels: { label: string; count: number; attributes: string[]; suggested?: LabelTarget }[];
  links: { label: string; count: number; suggested?: LinkTarget }[];
  authors: { name: string; count: number; suggested: UserId | null }[];
  duplicates: Counted<Place & { title: string; reportId: string }>;
  /** Of texts that are here: what a file that left here brings back. Left out where no tag of it is known. */
  returned?: ReturnedCheck;
  setAside: Counted<Place & { reason: string }>;
  /** Tags whose words stand elsewhere than a table says, in one place of the text only: they are tagged there. */
  byQuote?: Counted<Place & { quote: string }>;
  /** What the files hold and there is no room for. */
  unread: (Place & { what: string; count: number; example?: string })[];
  /** Files that no reader of the format takes. */
  strangers: Counted<{ file: string }>;
  damage?: Place & { reason: string };
};

/** A tag as it is here and as a file has it. */
type ReturnedTag = { title: string; quote: string; was: string; becomes: string };

/** What would become of tags that come back. `meanwhile`: changed there and here, which only a person can join. */
export type ReturnedCheck = {
  same: number;
  added: number;
  changed: Counted<ReturnedTag>;
  meanwhile: Counted<ReturnedTag>;
  missing: Counted<Omit<ReturnedTag, "becomes">>;
};

export type ImportCounts = {
  reports: number;
  tags: number;
  addedTo: number;
  skipped: number;
  setAside: number;
};

/** What an import did. Attributes that a kind has no room for, by name. */
export type ImportResult = ImportCounts & {
  format: { id: string; name: string };
  leftOut: { what: string; count: number }[];
  damage?: Place & { reason: string };
};
