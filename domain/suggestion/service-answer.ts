import { z } from "zod";
import type { Proposal, ReportText } from "@/domain/suggestion/engine/proposal";
import { ClaimAttributes } from "@/domain/tag/claim";
import { PlaceAttributes } from "@/domain/tag/place";
import { codePoint, codePointLength, offsetIndex } from "@/domain/text/offsets";

/** What a report's text is sent as to a service that suggests tags. */
export const serviceRequest = ({ text, language, published }: ReportText) => ({
  protocol: 1 as const,
  offsetUnit: "code point" as const,
  report: { text, language, ...(published !== undefined && { published }) },
});

const Rule = z.string().regex(/^[a-z0-9-]{1,60}$/);
const Span = z.object({ start: z.int().nonnegative(), end: z.int().positive(), quote: z.string().min(1) });
const Sent = z.object({
  kind: z.enum(["claim", "place", "source"]),
  spans: z.array(Span).min(1).max(50),
  attributes: z.record(z.string(), z.unknown()).default({}),
  /** Of a claim: which of the answer's proposals, counted from 0, it is attributed to or located at. */
  source: z.int().nonnegative().optional(),
  places: z.array(z.int().nonnegative()).max(20).default([]),
  score: z.number().min(0).max(1).default(0.5),
  rule: Rule.default("service"),
  words: z.string().max(300).default(""),
});
type Sent = z.infer<typeof Sent>;

/** So many proposals of one report are taken; more help nobody. */
export const mostProposals = 5000;
const Answer = z.object({ proposals: z.array(z.unknown()).max(mostProposals) });

export type ServiceAnswer =
  | { ok: true; proposals: Proposal[]; left: number }
  /** It answered something else than what is documented. */
  | { ok: false };

/**
 * Takes what a service answered: proposals whose words stand where it says. What lies about its place, or says what no
 * engine may say, is left out and counted; the rest is taken.
 */
export function takeServiceAnswer(answer: unknown, { text }: ReportText): ServiceAnswer {
  const read = Answer.safeParse(answer);
  if (!read.success) return { ok: false };
  const letters = codePointLength(text);
  const index = offsetIndex(text);
  const stands = ({ start, end, quote }: z.infer<typeof Span>) =>
    start < end &&
    end <= letters &&
    text.slice(index.toUtf16(codePoint(start)), index.toUtf16(codePoint(end))) === quote;
  const sent = read.data.proposals.map((each) => {
    const one = Sent.safeParse(each);
    return one.success && one.data.spans.every(stands) ? one.data : undefined;
  });
  const proposals = sent.flatMap((each, nth) => (each ? (proposalOf(each, nth, sent) ?? []) : []));
  return { ok: true, proposals, left: read.data.proposals.length - proposals.length };
}

const keyOf = (nth: number) => `service-${nth}`;

/** What an engine may say of a claim: never grades, likelihood, who did it, nor who the victims were. */
const SayableOfClaim = ClaimAttributes.pick({
  kind: true,
  standing: true,
  certainty: true,
  polarity: true,
  eventType: true,
  eventTime: true,
}).strict();
const SayableOfPlace = PlaceAttributes;

function proposalOf(each: Sent, nth: number, all: readonly (Sent | undefined)[]): Proposal | undefined {
  const head = {
    key: keyOf(nth),
    spans: each.spans.map(({ start, end }) => ({ start, end })),
    score: each.score,
    reason: { rule: each.rule, words: each.words },
  };
  if (each.kind === "source") return { ...head, kind: "source", attributes: {} };
  if (each.kind === "place") {
    const said = SayableOfPlace.safeParse(each.attributes);
    return said.success ? { ...head, kind: "place", attributes: said.data } : undefined;
  }
  const said = SayableOfClaim.safeParse(each.attributes);
  if (!said.success) return undefined;
  const isA = (kind: Sent["kind"]) => (at: number) => all[at]?.kind === kind;
  const places = each.places.filter(isA("place"));
  const source = [each.source].flatMap((at) => (at !== undefined && isA("source")(at) ? [at] : []));
  const links = [
    ...source.map((at) => ({ kind: "attributed-to" as const, to: keyOf(at), attributes: {} })),
    ...places.map((at) => ({ kind: "located-at" as const, to: keyOf(at), attributes: {} })),
  ];
  return { ...head, kind: "claim", attributes: said.data, links };
}
