import type { FoundPlace } from "@/domain/gazetteer/found-place";
import type { ClaimAttributes } from "@/domain/tag/claim";
import type { PlaceAttributes } from "@/domain/tag/place";
import type { SourceAttributes } from "@/domain/tag/source";

/** What an engine is: pure, so that it gives the same for the same text wherever it runs. */
export interface Engine {
  readonly name: string;
  /** Raised when it proposes otherwise: a report is read once by each version. */
  readonly version: number;
  /** What it wants to have looked up before it proposes. */
  names(report: ReportText): readonly string[];
  propose(report: ReportText, context: Context): readonly Proposal[];
}

export interface ReportText {
  readonly text: string;
  /** Its paragraphs, in order. */
  readonly blocks: readonly { readonly text: string }[];
  /** BCP 47. */
  readonly language: string;
  /** ISO 8601, as precise as it is known. */
  readonly published?: string | undefined;
}

export interface Context {
  /** What the gazetteer and the project have for the names that were asked for, best first. */
  readonly places: ReadonlyMap<string, readonly FoundPlace[]>;
  readonly countries: readonly string[];
  /** What people of the project tagged so far, as far as whoever asks may know of it. */
  readonly remembered?: readonly Remembered[];
}

/** Words that were tagged as a kind: what was mostly said of them, how often, and how often they were rejected. */
export interface Remembered {
  readonly kind: string;
  readonly words: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly times: number;
  readonly rejected: number;
}

/** Code points of the whole text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Why something is proposed: the rule, the words it went by, and what it could not find. */
export interface Reason {
  readonly rule: string;
  readonly words: string;
  readonly missing?: string;
}

interface Proposed {
  /** Names it within one run, for links between proposals. */
  readonly key: string;
  readonly spans: readonly Stretch[];
  /** How sure the rule is, 0 to 1: for order only, never shown bare. */
  readonly score: number;
  readonly reason: Reason;
}

export interface ProposedPlace extends Proposed {
  readonly kind: "place";
  readonly attributes: PlaceAttributes;
}

export interface ProposedSource extends Proposed {
  readonly kind: "source";
  readonly attributes: SourceAttributes;
}

/** A kind of the project's own, with what its codebook has for it. */
export interface ProposedLabel extends Proposed {
  readonly kind: `label:${string}`;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface ProposedClaim extends Proposed {
  readonly kind: "claim";
  readonly attributes: ClaimAttributes;
  readonly links: readonly ProposedLink[];
}

/** A link to another proposal of the same run, or to the article itself. */
export interface ProposedLink {
  readonly kind: "attributed-to" | "located-at" | "depends-on";
  readonly to?: string;
  readonly toArticle?: true;
  readonly cue?: Stretch;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export type Proposal = ProposedPlace | ProposedSource | ProposedClaim | ProposedLabel;
