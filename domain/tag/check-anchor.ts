import type { z } from "zod";
import type { Problem } from "@/domain/failure";
import type { RevisionId } from "@/domain/ids";
import type { Situation } from "@/domain/tag/situation";
import type { Anchor, SentSegment } from "@/domain/tag/tag";
import { codePoint } from "@/domain/text/offsets";
import { checkSegments, type SegmentProblem } from "@/domain/text/segment";

type SentAnchor = { revisionId: RevisionId; segments: readonly z.infer<typeof SentSegment>[] };
export type Checked<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** What a place in the text has to be checked against. */
export type Texts = Pick<Situation, "revisions" | "passage" | "sha256">;

/**
 * Checks a place in the text against the words that stand there. `at` is the place's path in the request ("" or "cue").
 * Nothing is shifted to fit: what doesn't match is named by its field, with what was expected and found.
 */
export function checkAnchor(texts: Texts, { revisionId, segments }: SentAnchor, at = ""): Checked<Anchor> {
  const field = (name: string) => (at === "" ? name : `${at}.${name}`);
  const length = texts.revisions.get(revisionId);
  if (length === undefined) return wrong({ field: field("revisionId"), reason: "This report has no such revision." });

  const outside = segments.flatMap(({ end }, index) =>
    end > length
      ? [{ field: field(`segments.${index}.end`), reason: `The text has ${length} code points; this ends at ${end}.` }]
      : [],
  );
  if (outside.length > 0) return { ok: false, problems: outside };

  const start = Math.min(...segments.map((each) => each.start));
  const end = Math.max(...segments.map((each) => each.end));
  const checked = checkSegments(texts.passage(revisionId, start, end), segments.map(branded), texts.sha256);
  if (checked.ok) return { ok: true, value: { revisionId, segments: [...checked.segments] } };
  return { ok: false, problems: checked.problems.map((problem) => inWords(problem, field)) };
}

const wrong = (problem: Problem) => ({ ok: false as const, problems: [problem] });

function branded({ start, end, quote, quoteHash }: z.infer<typeof SentSegment>) {
  return {
    start: codePoint(start),
    end: codePoint(end),
    ...(quote !== undefined && { quote }),
    ...(quoteHash !== undefined && { quoteHash }),
  };
}

const partAtFault = { none: "", empty: ".end", "out-of-range": ".end", overlap: ".start", "quote-differs": ".quote" };

function inWords({ index, reason, expected, found }: SegmentProblem, field: (name: string) => string): Problem {
  const hashed = reason === "quote-differs" && /^[0-9a-f]{64}$/.test(expected) && /^[0-9a-f]{64}$/.test(found);
  return {
    field: field(`segments.${index}${hashed ? ".quoteHash" : partAtFault[reason]}`),
    reason:
      reason === "quote-differs"
        ? `The text there differs: expected “${shortened(expected)}”, found “${shortened(found)}”.`
        : `Expected ${expected}, found ${found}.`,
  };
}

const shortened = (words: string) => (words.length > 200 ? `${words.slice(0, 200)}…` : words);
