import { DocumentBuilder } from "@/domain/formats/brat/builder";
import { lineIn } from "@/domain/formats/brat/lines";
import { setAside } from "@/domain/formats/shared/asides";
import { sentText } from "@/domain/interchange/line-ends";
import { linesOf, wholeOf } from "@/domain/interchange/lines";
import type { FormatReader, Found, SentFile } from "@/domain/interchange/reader";

const ends = [".ann", ".txt", ".a1", ".a2"] as const;
const configuration = /(?:^|\/)(?:annotation|visual|tools|kb_shortcuts)\.conf$/;

/** Texts and standoff files that belong together: those with the same path up to the last dot. */
type Pair = { text?: SentFile; standoff: SentFile[] };

/** Reads brat's standoff format: NAME.txt with NAME.ann, or NAME.a1 and NAME.a2. Other files are passed over. */
export const bratReader: FormatReader = {
  extensions: [".ann", ".txt", ".a1", ".a2", ".conf"],
  recognises(name, head) {
    if (/\.(?:ann|a1|a2)$/.test(name)) return /^(?:[TERAMN#]\d+|\*)\t/m.test(head) || head === "" ? 1 : 0.3;
    if (configuration.test(name)) return /^\[entities\]/m.test(head) ? 0.9 : 0.4;
    return 0;
  },
  asks: [],
  async *read(files) {
    const waiting = new Map<string, Pair>();
    for await (const file of files) {
      const end = ends.find((each) => file.name.endsWith(each));
      if (!end) continue;
      const name = file.name.slice(0, -end.length);
      const pair = waiting.get(name) ?? { standoff: [] };
      waiting.set(name, pair);
      if (end === ".txt") pair.text = file;
      else pair.standoff.push(file);
      if (pair.text && pair.standoff.some((each) => each.name.endsWith(".ann"))) {
        waiting.delete(name);
        yield* documentFrom(name, pair);
      }
    }
    for (const [name, pair] of waiting) yield* documentFrom(name, pair);
  },
};

async function* documentFrom(path: string, { text, standoff }: Pair): AsyncGenerator<Found> {
  const key = path;
  if (!text) {
    for (const { name } of standoff) yield setAside({ file: name }, `${key}.txt`, { is: "no-text" }, key);
    return;
  }
  const builder = new DocumentBuilder(key, sentText(await wholeOf(text), { collapsed: true }), { file: text.name });
  for (const file of standoff) {
    for await (const { line, text: said } of linesOf(file)) {
      if (said.trim() === "") continue;
      const read = lineIn(said);
      const spot = { file: file.name, line };
      if ("expected" in read) builder.aside({ spot, said }, { is: "syntax", expected: read.expected });
      else builder.take({ read, spot, said });
    }
  }
  yield* builder.finish();
}
