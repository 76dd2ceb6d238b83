import { notRead, setAside } from "@/domain/formats/shared/asides";
import { linkLayer, tagLayer } from "@/domain/formats/shared/layers";
import { DraftedDocument } from "@/domain/formats/webanno/drafts";
import { plainText } from "@/domain/formats/webanno/escape";
import { type Column, columnsIn } from "@/domain/formats/webanno/schema";
import type { Row } from "@/domain/formats/webanno/shape";
import { linesOf } from "@/domain/interchange/lines";
import { BrokenFile, type FormatReader, type Found, type SentFile } from "@/domain/interchange/reader";

const format = /^#FORMAT=WebAnno TSV (\d+\.\d+)\s*$/;

/** Reads WebAnno TSV 3.0 to 3.3. Layers that are not known are kept: their name is an attribute of each tag. */
export const webannoReader: FormatReader = {
  extensions: [".tsv"],
  recognises: (name, head) => (/^#FORMAT=WebAnno TSV 3/.test(head) ? 1 : name.endsWith(".webanno.tsv") ? 0.3 : 0),
  asks: [],
  async *read(files) {
    for await (const file of files) if (file.name.endsWith(".tsv")) yield* documentFrom(file);
  },
};

async function* documentFrom(file: SentFile): AsyncGenerator<Found> {
  let reading: Reading | undefined;
  for await (const { line, text } of linesOf(file)) {
    if (reading) yield* reading.take(text, line);
    else {
      const version = format.exec(text)?.[1];
      if (version === undefined || !version.startsWith("3.")) {
        throw new BrokenFile("not-this-format", { file: file.name, line }, "WebAnno TSV 3 is expected.");
      }
      reading = new Reading(file.name);
    }
  }
  if (reading) yield* reading.finish();
}

/** One file, line by line: the head until the first blank line, then sentences with their rows. */
class Reading {
  readonly #file: string;
  readonly #columns: Column[] = [];
  readonly #document: DraftedDocument;
  #inHead = true;
  #sentence: string[] = [];

  constructor(file: string) {
    this.#file = file;
    this.#document = new DraftedDocument(file);
  }

  *take(text: string, line: number): Generator<Found> {
    const spot = { file: this.#file, line };
    if (this.#inHead && text === "") {
      this.#inHead = false;
      yield* this.#layers();
    } else if (this.#inHead && columnsIn(text)) this.#columns.push(...(columnsIn(text) ?? []));
    else if (text.startsWith("#Text=")) this.#sentence.push(plainText(text.slice("#Text=".length)));
    else if (text.startsWith("#Sentence.id=") || text === "") return;
    else if (text.startsWith("#")) yield notRead("comment", spot, text);
    else {
      const row = rowIn(text, this.#columns.length);
      if (!row) {
        const expected = `a unit, its offsets, its words and ${this.#columns.length} columns`;
        yield setAside(spot, text, { is: "syntax", expected }, this.#document.key);
        return;
      }
      const trouble = this.#sentence.length > 0 ? this.#document.addSentence(this.#sentence, row.start) : undefined;
      this.#sentence = [];
      if (trouble) yield setAside(spot, text, trouble, this.#document.key);
      this.#document.addRow(row, this.#columns, { spot, said: text });
    }
  }

  *#layers(): Generator<Found> {
    const layers = new Set(this.#columns.map(({ layer }) => layer));
    for (const layer of layers) {
      if (layer !== tagLayer && layer !== linkLayer) yield notRead("other-layer", { file: this.#file }, layer);
    }
  }

  *finish(): Generator<Found> {
    yield* this.#document.finish();
  }
}

function rowIn(text: string, columns: number): Row | undefined {
  const [unit = "", offsets = "", words = "", ...cells] = text.split("\t");
  const [, start, end] = /^(\d+)-(\d+)$/.exec(offsets) ?? [];
  if (!/^\d+-\d+(?:\.\d+)?$/.test(unit) || start === undefined || cells.length < columns) return undefined;
  return { unit, start: Number(start), end: Number(end), words, cells };
}
