import { notRead, setAside } from "@/domain/formats/shared/asides";
import { keyOf, labelOf, titleOf } from "@/domain/formats/shared/documents";
import { bioTag, spansOfBio } from "@/domain/interchange/bio";
import type { AnnotatedDocument, Span, Spot } from "@/domain/interchange/document";
import { linesOf, longestLine } from "@/domain/interchange/lines";
import { BrokenFile, type FormatReader, type Found, type SentFile } from "@/domain/interchange/reader";
import { type CodePointRange, codePoint, codePointLength } from "@/domain/text/offsets";

const names = /\.(?:conll|conll2002|conll2003|conll03|iob|iob1|iob2|bio|bioes)$/i;
const documentLine = /^-DOCSTART-(?:[ \t]|$)/;

/** Whether the first lines are words with tags in so many columns. */
function looksLike(head: string, columns: (count: number) => boolean): boolean {
  const lines = head.split(/\r?\n/).slice(0, 200);
  const rows = lines.slice(0, -1).filter((line) => line.trim() !== "" && !documentLine.test(line));
  const tagged = rows.filter((line) => {
    const cells = line.trim().split(/[ \t]+/);
    return columns(cells.length) && bioTag(cells.at(-1) ?? "") !== undefined;
  });
  return tagged.length === rows.length && (rows.length > 0 || lines.some((line) => documentLine.test(line)));
}

/** Reads words in columns, the last of which is a tag of IOB1, IOB2, BIOES or BILOU: they read alike. */
export const conllReader = (columns: (count: number) => boolean): FormatReader => ({
  extensions: [".conll", ".iob", ".iob2", ".bio", ".bioes"],
  recognises: (name, head) => (looksLike(head, columns) ? (names.test(name) ? 0.9 : 0.6) : 0),
  asks: [],
  async *read(files) {
    for await (const file of files) yield* documentsFrom(file);
  },
});

async function* documentsFrom(file: SentFile): AsyncGenerator<Found> {
  let building = new Building(file.name, 0);
  let columns: number | undefined;
  for await (const { line, text } of linesOf(file)) {
    const spot = { file: file.name, line };
    const cells = text.trim().split(/[ \t\r\f\v]+/);
    if (documentLine.test(text)) {
      if (!building.isUntouched) yield* building.finish();
      building = new Building(file.name, building.nth + 1);
    } else if (text.trim() === "") building.endSentence();
    else if (text.startsWith("#") && cells.length !== columns && !bioTag(cells.at(-1) ?? ""))
      yield notRead("comment", spot, text);
    else {
      columns ??= cells.length;
      const tag = bioTag(cells.at(-1) ?? "");
      const whole = cells.length === columns && cells.length > 1;
      if (!whole)
        yield setAside(spot, text, { is: "syntax", expected: `a word and ${columns - 1} more columns` }, building.key);
      else if (!tag) {
        yield setAside(
          spot,
          text,
          { is: "value", name: "tag", said: (cells.at(-1) ?? "").slice(0, 200) },
          building.key,
        );
      }
      building.add(cells[0] ?? "", whole && tag ? tag : { letter: "O", label: "" }, spot);
    }
  }
  if (!building.isUntouched) yield* building.finish();
}

type Row = { range: CodePointRange; tag: { letter: string; label: string }; spot: Spot };

/** One document: words with a blank between them, sentences on lines of their own. */
class Building {
  readonly nth: number;
  readonly #file: string;
  #text = "";
  #length = 0;
  #rows: Row[] = [];
  readonly #spans: Span[] = [];
  readonly #tokens: CodePointRange[] = [];
  readonly #sentences: CodePointRange[] = [];

  /** The first one, 0, is what stands before any line of a document. */
  constructor(file: string, nth: number) {
    this.#file = file;
    this.nth = nth;
  }

  get key() {
    return this.nth < 2 ? keyOf(this.#file) : `${keyOf(this.#file)}#${this.nth}`;
  }

  get isUntouched() {
    return this.nth === 0 && this.#tokens.length === 0;
  }

  add(word: string, tag: Row["tag"], spot: Spot): void {
    if (this.#text !== "") this.#put(this.#rows.length === 0 ? "\n" : " ");
    const start = codePoint(this.#length);
    this.#put(word);
    const range = { start, end: codePoint(this.#length) };
    this.#tokens.push(range);
    this.#rows.push({ range, tag, spot });
    if (this.#text.length > longestLine) throw new BrokenFile("too-large", spot);
  }

  #put(text: string): void {
    this.#text += text;
    this.#length += codePointLength(text);
  }

  endSentence(): void {
    const [first, last] = [this.#rows[0], this.#rows.at(-1)];
    if (!first || !last) return;
    this.#sentences.push({ start: first.range.start, end: last.range.end });
    for (const { label, start, end } of spansOfBio(this.#rows.map(({ tag }) => tag))) {
      const [from, to] = [this.#rows[start], this.#rows[end - 1]];
      if (!from || !to) continue;
      const segments = [{ start: from.range.start, end: to.range.end }];
      const id = `s${this.#spans.length + 1}`;
      this.#spans.push({ id, label: labelOf(label), segments, attributes: {}, made: {}, spot: from.spot });
    }
    this.#rows = [];
  }

  *finish(): Generator<Found> {
    this.endSentence();
    const document: AnnotatedDocument = {
      key: this.key,
      title: this.nth < 2 ? titleOf(this.#file) : `${titleOf(this.#file)} ${this.nth}`,
      text: this.#text,
      metadata: {},
      sentences: this.#sentences,
      tokens: this.#tokens,
      spans: this.#spans,
      links: [],
      notes: [],
      spot: { file: this.#file },
    };
    yield { is: "document", document };
  }
}
