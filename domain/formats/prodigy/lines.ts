import type { Context } from "@/domain/formats/shared/context";
import { lostLink } from "@/domain/formats/shared/lost-link";
import { type TokenPart, tokenised } from "@/domain/formats/shared/tokenised";
import type { AnnotatedDocument, Link, Made } from "@/domain/interchange/document";
import { utf16 } from "@/domain/text/offsets";

type Json = Record<string, unknown>;

/** One task with tokens, spans and relations. Parts of one tag share its id. */
export function taskLine(
  document: AnnotatedDocument,
  { entities, ledger }: Pick<Context, "entities" | "ledger">,
): string {
  const { text, spans, links, key, title, metadata } = document;
  const { tokens, parts, index } = tokenised({ ...document, spans }, ledger);
  const at = (position: number) => index.toCodePoint(utf16(position));
  const firstOf = new Map<string, TokenPart>();
  for (const part of parts) if (!firstOf.has(part.span.id)) firstOf.set(part.span.id, part);
  const relations: Json[] = [];
  const others: Json[] = [];
  for (const link of links) {
    const [head, child] = [firstOf.get(link.from), "span" in link.to ? firstOf.get(link.to.span) : undefined];
    if (head && child) relations.push(relationOf(link, head, child));
    else if (head && !("span" in link.to)) others.push({ ...saidOf(link), from: link.from, ...link.to });
    else ledger.add(lostLink(link, document), "dropped", link.label);
  }
  const task = {
    text,
    tokens: tokens.map(({ start, end, spaceAfter }, id) => ({
      text: text.slice(start, end),
      start: at(start),
      end: at(end),
      id,
      ws: spaceAfter,
    })),
    spans: parts.map((part) => {
      const { id, attributes, entity, made } = part.span;
      const first = firstOf.get(id) === part;
      return {
        ...placeOf(part),
        id,
        ...(first && Object.keys(attributes).length > 0 ? { attributes } : {}),
        ...(first && entity !== undefined
          ? { entity: { id: entity, name: entities.get(entity)?.name ?? entity } }
          : {}),
        ...(first ? madeField(made) : {}),
      };
    }),
    relations,
    ...(others.length > 0 ? { links_without_words: others } : {}),
    answer: "accept",
    meta: { report_id: key, title, ...metadata },
  };
  return `${JSON.stringify(task)}\n`;
}

/** Prodigy names the last token, not the one after it. */
const placeOf = ({ span, first, last, start, end }: TokenPart): Json => ({
  start,
  end,
  token_start: first,
  token_end: last,
  label: span.label,
});

const relationOf = (link: Link, head: TokenPart, child: TokenPart): Json => ({
  head: head.last,
  child: child.last,
  head_span: placeOf(head),
  child_span: placeOf(child),
  color: "#c5bdf4",
  ...saidOf(link),
  from: link.from,
  ...("span" in link.to ? { to: link.to.span } : {}),
});

const saidOf = ({ id, label, attributes, cue, made }: Link): Json => ({
  label,
  id,
  ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  ...(cue ? { cue: cue.map(({ start, end }) => [start, end]) } : {}),
  ...madeField(made),
});

const madeField = (made: Made): Json => (Object.keys(made).length > 0 ? { made } : {});
