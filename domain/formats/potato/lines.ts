import type { LossLedger } from "@/domain/formats/loss";
import { asHtml, pageText } from "@/domain/formats/potato/page-text";
import { lostLink } from "@/domain/formats/shared/lost-link";
import type { AnnotatedDocument, Span } from "@/domain/interchange/document";

/** The schemes that a configuration has to have: spans by label, and links between them. */
export const scheme = { spans: "tags", links: "links" } as const;

/** A report in the data file. */
export function dataLine({ key, title, text, metadata }: AnnotatedDocument, ledger: LossLedger): string {
  const page = pageText(text);
  if (page.text !== text) ledger.add("blank-runs", "altered", title);
  return `${JSON.stringify({ id: key, text: asHtml(page.text), title, ...metadata })}\n`;
}

/** Everything that one person tagged in a report, as Potato exports it. Offsets count in the text as its page shows it. */
export function* annotationLines(document: AnnotatedDocument, ledger: LossLedger): Generator<string> {
  const page = pageText(document.text);
  const letters = [...page.text];
  const people = new Map<string, Span[]>();
  for (const span of document.spans) {
    const name = span.made.by?.name ?? "";
    people.set(name, [...(people.get(name) ?? []), span]);
  }
  const owners = new Map<string, string>();
  const lines = [...people].map(([user, spans]) => {
    const written: object[] = [];
    for (const span of spans) {
      if (Object.keys(span.attributes).length > 0) ledger.add("attributes", "dropped", span.label);
      if (span.entity !== undefined) ledger.add("named-entities", "dropped", span.label);
      if (span.segments.length > 1) ledger.add("separate-parts", "split", span.label);
      let part = 0;
      for (const segment of span.segments) {
        const { start, end } = page.place(segment);
        if (start === end) {
          ledger.add("blank-spans", "dropped", span.label);
          continue;
        }
        part += 1;
        const id = part === 1 ? span.id : `${span.id}.${part}`;
        if (part === 1) owners.set(span.id, user);
        const place = { schema: scheme.spans, name: span.label, title: span.label, start, end, id };
        written.push({ ...place, text: letters.slice(start, end).join("") });
      }
    }
    return { user, written };
  });
  for (const { user, written } of lines) {
    const links: object[] = [];
    for (const link of document.links) {
      const { id, label, from, to, attributes, cue } = link;
      if (owners.get(from) !== user) continue;
      if (!("span" in to) || !owners.has(to.span)) {
        ledger.add(lostLink(link, document), "dropped", label);
        continue;
      }
      if (cue) ledger.add("link-words", "dropped", label);
      if (Object.keys(attributes).length > 0) ledger.add("attributes", "dropped", label);
      links.push({ schema: scheme.links, link_type: label, span_ids: [from, to.span], direction: "directed", id });
    }
    const record = {
      instance_id: document.key,
      user_id: user,
      labels: {},
      spans: { [scheme.spans]: written },
      links: { [scheme.links]: links },
    };
    yield `${JSON.stringify(record)}\n`;
  }
}
