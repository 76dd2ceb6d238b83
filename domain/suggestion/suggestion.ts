import { z } from "zod";
import { RevisionId, SuggestionId } from "@/domain/ids";
import { RuleAcceptance } from "@/domain/suggestion/rule-acceptance";
import { AnnotationKind } from "@/domain/tag/kind";

const Stretch = z.object({ start: z.int().nonnegative(), end: z.int().positive() });

/** What an engine proposes for a report. It is nobody's work: never exported, never counted. Code points, end exclusive. */
export const Suggestion = z.object({
  id: SuggestionId,
  engine: z.string(),
  version: z.int().positive(),
  /** Names it in the links of others of the same engine. */
  key: z.string(),
  kind: AnnotationKind,
  revisionId: RevisionId,
  spans: z.array(Stretch.extend({ quote: z.string() })).min(1),
  attributes: z.record(z.string(), z.unknown()),
  links: z.array(
    z.object({
      kind: z.enum(["attributed-to", "located-at", "depends-on"]),
      to: z.string().optional(),
      toArticle: z.literal(true).optional(),
      cue: Stretch.optional(),
      attributes: z.record(z.string(), z.unknown()),
    }),
  ),
  /** How sure the rule is, 0 to 1; for order. */
  score: z.number(),
  /** The rule, the words it went by, and what it could not find. */
  reason: z.object({ rule: z.string(), words: z.string(), missing: z.string().optional() }),
});
export type Suggestion = z.infer<typeof Suggestion>;

/**
 * `acceptance`: what became of the rules' suggestions in this project, as far as one may know. `waits`: nothing is shown
 * because engines are off in the project, or because this person has not gone through the report themselves yet.
 */
export const Suggestions = z.object({
  items: z.array(Suggestion),
  acceptance: z.array(RuleAcceptance),
  waits: z.enum(["off", "first-pass"]).optional(),
});
export type Suggestions = z.infer<typeof Suggestions>;

const Rule = z.strictObject({ engine: z.string().max(60), rule: z.string().max(60) });

/**
 * Rejects suggestions, hides those of a rule in this report (`hush`), or takes that back. `firstPass`: this person went
 * through the report themselves.
 */
export const DecideSuggestions = z.strictObject({
  reject: z.array(SuggestionId).max(5000).optional(),
  reopen: z.array(SuggestionId).max(5000).optional(),
  hush: Rule.optional(),
  unhush: Rule.optional(),
  firstPass: z.literal(true).optional(),
});
export type DecideSuggestions = z.infer<typeof DecideSuggestions>;
