import { flatWith } from "@/domain/interchange/flat";

/** Values of attributes: one line, without tabs, never empty. */
export const bratValues = flatWith((text) => text === "" || /[\r\n\t\u2028\u2029]/.test(text) || text !== text.trim());

/** Kinds of notes that carry what brat has no shape for; a person reads them, this product's reader takes them back. */
export const noteKinds = {
  id: "GlossatorId",
  link: "GlossatorLink",
  attributes: "GlossatorAttributes",
  cue: "GlossatorCue",
} as const;

/** The knowledge base that `N` lines name for entities of the dataset. */
export const entityBase = "glossator";
