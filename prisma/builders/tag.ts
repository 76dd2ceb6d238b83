import { OpId, type RevisionId, TagId } from "@/domain/ids";
import type { TagChange } from "@/domain/tag/batch";
import type { Answer, Sent } from "@/domain/tag/change";
import type { PutAnnotation, PutRelation } from "@/domain/tag/tag";
import { codePointLength } from "@/domain/text/offsets";
import { newId } from "@/server/new-id";

type Built = { revisionId: RevisionId; text: string };

/** Segments on the first place where each of these words stands in the text. */
export const segmentsOn = ({ text }: Built, ...words: string[]) =>
  words.map((quote) => {
    const at = text.indexOf(quote);
    if (at < 0) throw new Error(`The text does not say “${quote}”.`);
    const start = codePointLength(text.slice(0, at));
    return { start, end: start + codePointLength(quote), quote };
  });

/** What a client sends to tag these words. */
export const anAnnotation = (report: Built, words: string, more: Partial<PutAnnotation> = {}): PutAnnotation => ({
  kind: "claim",
  revisionId: report.revisionId,
  segments: segmentsOn(report, words),
  attributes: {},
  ...more,
});

/** What a client sends to attribute a claim to the article itself, or to whatever is given. */
export const aRelation = (from: TagId, more: Partial<PutRelation> = {}): PutRelation => ({
  kind: "attributed-to",
  from,
  ...(more.to || more.toEntity ? {} : { toArticle: true as const }),
  attributes: {},
  ...more,
});

export const putAnnotation = (body: PutAnnotation, id: TagId = newId(TagId)) =>
  sentAs({ deed: "put-annotation", id, body });
export const putRelation = (body: PutRelation, id: TagId = newId(TagId)) => sentAs({ deed: "put-relation", id, body });
export const withdrawal = (id: TagId, version: number, opId?: OpId) =>
  sentAs({ deed: "withdraw", id, version, ...(opId && { opId }) });

const sentAs = <Change extends TagChange>(value: Change): Sent & { ok: true; value: Change } => ({ ok: true, value });

export const anOp = (): OpId => newId(OpId);

/** An answer in a word: what was done with which version, or why nothing was. */
export function inShort(answer: Answer): string {
  if (answer.ok) return `${answer.did} ${answer.tag.version} ${answer.tag.state}`;
  const { failure } = answer;
  if (failure.kind === "invalid") return `invalid ${failure.problems.map(({ field }) => field).join(", ")}`;
  return failure.kind === "forbidden" ? `forbidden ${failure.reason}` : failure.kind;
}
