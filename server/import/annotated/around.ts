import type { Codebook } from "@/domain/codebook/codebook";
import type { ImportData } from "@/domain/import/annotated";
import type { Ids } from "./ids";

/** What an import needs to know to decide about a record. */
export type Around = {
  project: { id: string; mode: "shared" | "independent"; twoPersonRule: boolean; languages: readonly string[] };
  layer: "shared" | "final";
  codebook: Codebook;
  codebookVersion: number;
  data: ImportData;
  /** Who imports, and since when: for what a file does not say. */
  by: string;
  now: string;
  ids: Ids;
  /** Whom a name or an id of the file stands for here; somebody without an account where nobody is named. */
  person(author: { id?: string; name: string } | undefined): string;
  /** The entity here for a key of the file; undefined where there is none. */
  entity(key: string): string | undefined;
  /** Counts what there is no room for. */
  leftOut(what: string): void;
};

/** What PostgreSQL keeps in no text and no JSON: a null character, half a character. */
export const isUnkeepable = (text: string): boolean =>
  /\0|\p{Surrogate}|(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/iu.test(text);

export const unkeepableReason = "It holds a null character or half a character, which can’t be kept.";
