import { encode } from "@msgpack/msgpack";
import { zlibSync } from "fflate";
import type { LossLedger } from "@/domain/formats/loss";
import { type TokenPart, tokenised, withoutOverlap } from "@/domain/formats/shared/tokenised";
import { stringNumber } from "@/domain/formats/spacy/hash";
import type { AnnotatedDocument } from "@/domain/interchange/document";

/** `spacy.attrs`: ORTH, then by number. */
const attributes = [65, 77, 78, 80] as const;
const iob = { inside: 1n, outside: 2n, begins: 3n } as const;
/** -1 in 64 bits: no sentence starts here. */
const notFirst = (1n << 64n) - 1n;
const none = 0n;

/** A `.spacy` file in the making. */
export type DocBin = {
  add(document: AnnotatedDocument): void;
  tokens(): number;
  bytes(): Uint8Array;
};

/**
 * What `spacy.tokens.DocBin.to_bytes` writes (spaCy 3.8): MessagePack in zlib, four numbers of 64 bits for each token. Every tag
 * is in `doc.spans["sc"]` with its id; `doc.ents`, where nothing may overlap, has the inner ones.
 */
export function docBin(ledger: LossLedger): DocBin {
  const strings = new Map<string, bigint>();
  const number = (text: string): bigint => {
    const known = strings.get(text) ?? stringNumber(text);
    strings.set(text, known);
    return known;
  };
  const numbers: bigint[] = [];
  const spaces: number[] = [];
  const lengths: number[] = [];
  const groups: Uint8Array[] = [];
  const userData: Uint8Array[] = [];
  return {
    tokens: () => spaces.length,
    add(document) {
      const { tokens, parts } = tokenised(document, ledger);
      const entities = entityTags(withoutOverlap(parts));
      for (const [nth, { start, end, spaceAfter, opens, blank }] of tokens.entries()) {
        const { tag, label } = entities.get(nth) ?? { tag: iob.outside, label: undefined };
        const first = opens || (nth === 0 && blank);
        numbers.push(
          number(document.text.slice(start, end)),
          tag,
          label === undefined ? none : number(label),
          first ? 1n : notFirst,
        );
        spaces.push(spaceAfter ? 1 : 0);
      }
      lengths.push(tokens.length);
      groups.push(spanGroups(parts, number));
      userData.push(encode({ report_id: document.key, title: document.title, ...document.metadata }));
    },
    bytes: () =>
      zlibSync(
        encode({
          version: "0.1",
          attrs: attributes,
          tokens: new Uint8Array(BigUint64Array.from(numbers).buffer),
          spaces: Uint8Array.from(spaces),
          lengths: new Uint8Array(Int32Array.from(lengths).buffer),
          strings: [...strings.keys()].toSorted(),
          cats: lengths.map(() => ({})),
          flags: lengths.map(() => ({ has_unknown_spaces: false })),
          span_groups: groups,
          user_data: userData,
        }),
        { level: 6 },
      ),
  };
}

function entityTags(parts: readonly TokenPart[]): Map<number, { tag: bigint; label: string }> {
  const tags = new Map<number, { tag: bigint; label: string }>();
  for (const { first, last, span } of parts) {
    for (let token = first; token <= last; token += 1)
      tags.set(token, { tag: token === first ? iob.begins : iob.inside, label: span.label });
  }
  return tags;
}

/** Bytes of one packed span: id, knowledge base id and label of 64 bits, four places of 32, the most significant byte first. */
const packed = 40;

/** A list of one group, as `SpanGroups.from_bytes` reads lists too. */
function spanGroups(parts: readonly TokenPart[], number: (text: string) => bigint): Uint8Array {
  const spans = parts.map(({ span, first, last, start, end }) => {
    const bytes = new Uint8Array(packed);
    const view = new DataView(bytes.buffer);
    view.setBigUint64(0, number(span.id));
    view.setBigUint64(8, span.entity === undefined ? none : number(span.entity));
    view.setBigUint64(16, number(span.label));
    [first, last + 1, start, end].forEach((place, nth) => void view.setInt32(24 + 4 * nth, place));
    return bytes;
  });
  return encode([encode({ name: "sc", attrs: {}, spans })]);
}
