import type { CodePointRange } from "@/domain/text/offsets";

/** What JSON can say. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };
export type Attributes = Readonly<Record<string, Value>>;

/** Where something stands in the files it came from. `line` counts from 1; left out where the file has no lines. */
export type Spot = { file: string; line?: number };

/** A person as a file names them; `id` where the file has one of its own. */
export type Author = { id?: string; name: string };

/** A decision as another tool or this one kept it. `at` is an instant, as the file has it. */
export type ReviewStep = { decision: string; reason: string; version?: number; by?: Author; at?: string };

/** What is known of who made a thing and who checked it. */
export type Made = {
  by?: Author;
  at?: string;
  /** `open`, `accepted`, `returned` or `rejected`; left out where the file says nothing of it. */
  state?: string;
  version?: number;
  /** What the file says of it beside kind and words is what left here. */
  unchanged?: true;
  /** Whose layer it is in, as the file calls it. */
  layer?: string;
  origin?: string;
  /** Oldest first. */
  review?: readonly ReviewStep[];
};

/**
 * A stretch of words with a label: one segment, or several where the words are not in one piece. Segments are in
 * reading order, do not overlap, and are code points of the document's text, zero-based, end exclusive.
 */
export type Span = {
  /** Unique in its document, over spans and links. */
  id: string;
  /** `claim`, `place`, `source` or `label:…` where it leaves; the file's own word where it comes in. */
  label: string;
  segments: readonly CodePointRange[];
  attributes: Attributes;
  /** Key of one of the dataset's entities. */
  entity?: string;
  /** The file has no word on attributes: what is known of them elsewhere is not denied by it. */
  bare?: true;
  made: Made;
  spot?: Spot;
};

/** Where a link leads: to a span of the same document, to an entity of the dataset, or to the article itself. */
export type LinkEnd = { span: string } | { entity: string } | { article: true };

/** A directed, labelled link from a span. `cue`: the words that make it. */
export type Link = {
  id: string;
  label: string;
  from: string;
  to: LinkEnd;
  attributes: Attributes;
  cue?: readonly CodePointRange[];
  made: Made;
  spot?: Spot;
};

/** One comment; `thread` is what comments of one thread share. */
export type Remark = { thread: string; body: string; by?: Author; at?: string };

/** What is said beside the words: on the document, on a span or link, or on words that carry no label. */
export type Note = {
  on: "document" | { tag: string } | { segments: readonly CodePointRange[] };
  resolved?: boolean;
  remarks: readonly Remark[];
  spot?: Spot;
};

/** What is known of a text beside the text: provenance by the names of `domain/report`, and fields of a desk's own. */
export type Metadata = Readonly<Record<string, string>>;

/** One text with all that was annotated on it, whichever tool wrote it down. The text has LF only. */
export type AnnotatedDocument = {
  /** What the file calls it; unique in a dataset. */
  key: string;
  title: string;
  text: string;
  metadata: Metadata;
  /** What a desk notes of it by the report fields of its codebook, where the file says which those are. */
  fields?: Readonly<Record<string, string | number>>;
  /** As the file divides the text; left out where it does not. */
  sentences?: readonly CodePointRange[];
  tokens?: readonly CodePointRange[];
  spans: readonly Span[];
  links: readonly Link[];
  notes: readonly Note[];
  /** Of a document that left here: when, and which tags of it, as far as the file says so. */
  left?: { at: string; states: readonly string[]; kinds: readonly string[] | null };
  spot?: Spot;
};

/** Somebody or something that spans and links name. */
export type NamedEntity = {
  key: string;
  name: string;
  kind?: string;
  aliases: readonly string[];
  attributes: Attributes;
};
