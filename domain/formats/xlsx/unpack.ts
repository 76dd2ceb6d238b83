import { Unzip, UnzipInflate } from "fflate";
import { BrokenFile, type SentFile } from "@/domain/interchange/reader";

/** Bytes that shared texts and styles may have unpacked, and a sheet's may have. */
const mostOfPart = 256 * 1024 * 1024;
const mostOfSheet = 2 * 1024 * 1024 * 1024;

const small = new Set(["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"]);

/** The parts that sheets need to look up. */
export async function partsOf(file: SentFile): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for await (const { name, text } of unzipped(file, (each) => small.has(each))) {
    const known = (parts.get(name) ?? "") + text;
    if (known.length > mostOfPart) throw new BrokenFile("too-large", { file: file.name });
    parts.set(name, known);
  }
  return parts;
}

/** A part as it is unpacked. */
export async function* textOfPart(file: SentFile, part: string): AsyncGenerator<string> {
  let length = 0;
  for await (const { text } of unzipped(file, (name) => name === part)) {
    length += text.length;
    if (length > mostOfSheet) throw new BrokenFile("too-large", { file: file.name });
    yield text;
  }
}

/** Bytes that are unpacked at once. */
const atOnce = 16 * 1024;

async function* unzipped(
  file: SentFile,
  wanted: (name: string) => boolean,
): AsyncGenerator<{ name: string; text: string }> {
  const ready: { name: string; text: string }[] = [];
  const broken = () => new BrokenFile("cut-off", { file: file.name });
  let failed = false;
  let open = 0;
  const unzip = new Unzip((part) => {
    if (!wanted(part.name)) return;
    const decoder = new TextDecoder();
    open += 1;
    part.ondata = (error, chunk, final) => {
      failed ||= error !== null;
      ready.push({ name: part.name, text: decoder.decode(chunk, { stream: !final }) });
      if (final) open -= 1;
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const bytes of file.bytes()) {
      for (let at = 0; at < bytes.length; at += atOnce) {
        unzip.push(bytes.subarray(at, at + atOnce));
        if (failed) throw broken();
        yield* ready.splice(0);
      }
    }
    unzip.push(new Uint8Array(), true);
  } catch (error) {
    throw error instanceof BrokenFile ? error : broken();
  }
  if (failed || open > 0) throw broken();
  yield* ready.splice(0);
}
