import { setAside } from "@/domain/formats/shared/asides";
import { keyOf, titleOf } from "@/domain/formats/shared/documents";
import { TagParts, toldBy } from "@/domain/formats/shared/layers";
import { numberedValue, partedBy, plainValue } from "@/domain/formats/webanno/escape";
import { resolvedLinks } from "@/domain/formats/webanno/links";
import type { Column } from "@/domain/formats/webanno/schema";
import type { Draft, LinkDraft, Place, Row } from "@/domain/formats/webanno/shape";
import type { Span } from "@/domain/interchange/document";
import { type SentText, sentText } from "@/domain/interchange/line-ends";
import { inOrder } from "@/domain/interchange/pieces";
import type { Found, Trouble } from "@/domain/interchange/reader";
import type { CodePointRange } from "@/domain/text/offsets";
import { codePoint, codePointLength } from "@/domain/text/offsets";

/** White space that a gap before a sentence may be (UTF-16 units). */
const widest = 100_000;

/** A document while its lines are read. Its text is put together as INCEpTION does it. */
export class DraftedDocument {
  readonly key: string;
  readonly #file: string;
  #text = "";
  readonly #rows: (Row & Place)[] = [];
  readonly drafts = new Map<string, Draft>();
  /** Annotations of each layer in each unit, those without a number last. */
  readonly inUnit = new Map<string, Draft[]>();
  readonly links: LinkDraft[] = [];
  readonly #found: Found[] = [];

  constructor(file: string) {
    this.#file = file;
    this.key = keyOf(file);
  }

  /** A sentence follows what is there: after a line break, with blanks where its first token is further on. */
  addSentence(lines: readonly string[], start: number): Trouble | undefined {
    const gap = start - this.#text.length;
    const fits = gap >= 0 && gap <= widest;
    if (fits) this.#text += " ".repeat(gap);
    else if (gap === -1) this.#text = this.#text.slice(0, -1);
    const trouble: Trouble | undefined = fits || gap === -1 ? undefined : this.#misplaced(start);
    this.#text += `${lines.join("\n")}\n`;
    return trouble;
  }

  #misplaced(start: number): Trouble {
    const inCodePoints = codePointLength(this.#text);
    const fits = start === inCodePoints || start === inCodePoints - 1;
    const trouble = { is: "quote-differs" as const, found: "", ...(fits ? { fits: "code point" as const } : {}) };
    return { is: "offsets", start, end: start, unit: "UTF-16 code unit", trouble };
  }

  addRow(row: Row, columns: readonly Column[], place: Place): void {
    const nth = this.#rows.push({ ...row, ...place }) - 1;
    const relations = new Map<string, LinkDraft[]>();
    for (const [at, column] of columns.entries()) {
      const cell = row.cells[at] ?? "_";
      if (cell === "_") continue;
      if (column.is === "source" || ("on" in column && column.on === "relation")) {
        this.#addRelation(column, cell, { relations, row: nth, place, unit: row.unit });
      } else this.#addSpan(column, partedBy(cell, "|"), { row: nth, place });
    }
  }

  #addRelation(
    column: Column,
    cell: string,
    { relations, ...at }: { relations: Map<string, LinkDraft[]>; row: number; place: Place; unit: string },
  ): void {
    const known = relations.get(column.layer) ?? [];
    relations.set(column.layer, known);
    for (const [nth, raw] of partedBy(cell, "|").entries()) {
      const draft = known[nth] ?? {
        ...at.place,
        layer: column.layer,
        base: "",
        features: {},
        row: at.row,
        unit: at.unit,
      };
      if (!known[nth]) {
        known.push(draft);
        this.links.push(draft);
      }
      if (column.is === "source") {
        draft.base = column.base;
        draft.source = raw;
      } else if (column.is === "feature") draft.features[column.feature] = valueIn(raw);
    }
  }

  #addSpan(column: Column, raws: readonly string[], { row, place }: { row: number; place: Place }): void {
    let unnumbered = 0;
    for (const raw of raws) {
      const { said, number } = column.is === "target" ? { said: raw, number: undefined } : numberedValue(raw);
      const link = /^(.*)->(\d+-\d+)$/s.exec(raw);
      const chain = "on" in column && column.on === "chain";
      const nth = unnumbered;
      if (number === undefined || chain) unnumbered += 1;
      const name = number === undefined || chain ? `${row}/${nth}` : `#${number}`;
      const draft = this.#draft(
        column.layer,
        column.is === "target" ? this.#nthIn(column.layer, row, nth) : name,
        row,
        place,
      );
      if (column.is === "feature") draft.features[column.feature] = valueIn(chain && link ? (link[1] ?? "") : said);
      if (chain && link?.[2]) draft.chain = chainIn(link[2]);
      if (column.is === "role" || column.is === "target") addSlot(draft, column, said);
    }
  }

  /** Targets of slots carry no number of their own: they belong to the nth annotation of the row. */
  #nthIn(layer: string, row: number, nth: number): string {
    const there = this.inUnit.get(`${layer} ${row}`)?.[nth];
    return there ? there.id : `${row}/${nth}`;
  }

  #draft(layer: string, name: string, row: number, place: Place): Draft {
    const key = `${layer} ${name}`;
    const draft: Draft = this.drafts.get(key) ?? {
      ...place,
      id: name,
      layer,
      features: {},
      units: [],
      slots: new Map(),
    };
    this.drafts.set(key, draft);
    if (draft.units.at(-1) !== row) {
      draft.units.push(row);
      const there = this.inUnit.get(`${layer} ${row}`) ?? [];
      this.inUnit.set(`${layer} ${row}`, [...there, draft]);
    }
    return draft;
  }

  *finish(): Generator<Found> {
    const sent = sentText(this.#text.endsWith("\n") ? this.#text.slice(0, -1) : this.#text);
    const placed = this.#rows.map((row) => placedIn(sent, row));
    const spans: (Span & { segments: CodePointRange[] })[] = [];
    const parts = new TagParts<Span & { segments: CodePointRange[] }>();
    const ids = new Map<Draft, string>();
    for (const draft of joinedChains(this.drafts.values())) {
      const range = this.#rangeOf(draft, placed);
      if (!range) continue;
      const { identifier, ...told } = toldBy(draft.layer, draft.features);
      const id = identifier ?? `s${ids.size + 1}`;
      const span = { id, ...told, segments: [range], made: {}, spot: draft.spot };
      ids.set(draft, id);
      if (!parts.joins(identifier, span)) spans.push(span);
    }
    for (const span of spans) span.segments = inOrder(span.segments);
    const { links, found } = resolvedLinks(this, ids, new Map(this.#rows.map(({ unit }, nth) => [unit, nth])));
    yield* this.#found;
    yield* found;
    const head = {
      key: this.key,
      title: titleOf(this.#file),
      text: sent.text,
      metadata: {},
      spot: { file: this.#file },
    };
    yield { is: "document", document: { ...head, spans, links, notes: [] } };
  }

  #rangeOf({ units, spot, said }: Draft, placed: readonly ReturnType<typeof placedIn>[]): CodePointRange | undefined {
    let start = Number.POSITIVE_INFINITY;
    let end = 0;
    for (const unit of units) {
      const place = placed[unit];
      if (place?.range) {
        start = Math.min(start, place.range.start);
        end = Math.max(end, place.range.end);
      } else if (place) {
        this.#found.push(setAside(spot, said, place.trouble, this.key));
        return undefined;
      }
    }
    return start < end ? { start: codePoint(start), end: codePoint(end) } : undefined;
  }
}

/** `*` is null. */
const valueIn = (raw: string): string | null => (raw === "*" ? null : plainValue(raw));

function chainIn(said: string) {
  const [chain = "", element] = said.split("-");
  return { chain, element: Number(element) };
}

function addSlot(draft: Draft, column: Extract<Column, { is: "role" | "target" }>, said: string): void {
  const slot = draft.slots.get(column.feature) ?? { roles: [], targets: [], base: "" };
  draft.slots.set(column.feature, slot);
  if (column.is === "role") slot.roles.push(...partedBy(said, ";").map((role) => valueIn(role) ?? column.feature));
  else {
    slot.targets.push(...partedBy(said, ";"));
    slot.base = column.base;
  }
}

function placedIn(
  sent: SentText,
  { start, end, words }: Row,
): { range: CodePointRange; trouble?: undefined } | { range?: undefined; trouble: Trouble } {
  const unit = "UTF-16 code unit";
  const placed = sent.place({ start, end }, unit, words);
  if (placed.ok) return { range: placed.range };
  return { trouble: { is: "offsets", start, end, unit, trouble: placed.trouble, quote: words } };
}

/** An element of a chain is one annotation over all its rows. */
function joinedChains(drafts: Iterable<Draft>): Draft[] {
  const known = new Map<string, Draft>();
  const all: Draft[] = [];
  for (const draft of drafts) {
    const name = draft.chain && `${draft.layer} ${draft.chain.chain}-${draft.chain.element}`;
    const before = name === undefined ? undefined : known.get(name);
    if (before) before.units.push(...draft.units);
    else all.push(draft);
    if (name !== undefined && !before) known.set(name, draft);
  }
  return all;
}
