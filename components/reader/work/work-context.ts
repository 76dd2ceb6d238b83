import type { Assignment } from "@/domain/assignment/assignment";
import type { UserId } from "@/domain/ids";

/** Who works on the report open here, as far as its reader may know, and what the reader may do about it. */
export type WorkHere = {
  assignments: readonly Assignment[];
  /** Those who could take the work over. */
  colleagues: readonly { id: UserId; name: string }[];
  /** Whether the project is for practice. */
  practice: boolean;
  /** The reader works blind here: what they see are their own tags, and nobody decides on those. */
  blind: boolean;
  may: { work: boolean; review: boolean; triage: boolean; close: boolean };
};
