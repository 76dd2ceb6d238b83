import { fromMarkdown } from "@/domain/prose/markdown/read";
import { toMarkdown } from "@/domain/prose/markdown/write";
import type { Prose } from "@/domain/prose/prose";

/** Guidelines as they are kept: as Markdown, and as the document that it is read as. */
export type Guidelines = { readonly guidelines: string; readonly guidelinesProse: Prose };

type Sent = { readonly guidelines?: string | undefined; readonly guidelinesProse?: Prose | undefined };

/** Both forms of guidelines of the one that was sent; undefined for none. Markdown stays as it was sent. */
export function guidelinesOf({ guidelines, guidelinesProse }: Sent): Guidelines | undefined {
  if (guidelinesProse) return { guidelines: toMarkdown(guidelinesProse), guidelinesProse };
  return guidelines === undefined ? undefined : readGuidelines(guidelines);
}

/** Both forms of guidelines that are Markdown. */
export const readGuidelines = (guidelines: string): Guidelines => ({
  guidelines,
  guidelinesProse: fromMarkdown(guidelines).prose,
});
