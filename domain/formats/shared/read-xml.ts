import { SaxesParser } from "saxes";
import { longestLine } from "@/domain/interchange/lines";
import { BrokenFile, type SentFile } from "@/domain/interchange/reader";

/** Elements of an XML file as they come. `name` is as it is written, with its prefix. */
export type XmlHandlers = {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  close(name: string): void;
  text(text: string): void;
};

const deepest = 100;

/**
 * Reads XML without any document type: no entities but the five and character references. Gives way after each piece of
 * the file, so that what was found in it can be handed on. Throws `BrokenFile` with the line where it is not well-formed,
 * is cut off, declares a document type, or has more than `most` UTF-16 units.
 */
export async function* xmlPieces(
  file: SentFile,
  { open, close, text }: XmlHandlers,
  most: number,
): AsyncGenerator<undefined> {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  const broken = (why: BrokenFile["why"], detail: string): never => {
    throw new BrokenFile(why, { file: file.name, line: parser.line }, detail);
  };
  parser.on("error", (error) =>
    broken(
      depth > 0 && /unclosed tag|unexpected end/.test(error.message) ? "cut-off" : "not-this-format",
      error.message,
    ),
  );
  parser.on("doctype", () => broken("not-this-format", "A document type is not read."));
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) broken("not-this-format", "Elements are nested too deep.");
    open(name, attributes, parser.line);
  });
  parser.on("closetag", ({ name }) => {
    close(name);
    depth -= 1;
  });
  parser.on("text", text);
  parser.on("cdata", text);
  let length = 0;
  for await (const piece of file.text()) {
    length += piece.length;
    if (length > most) broken("too-large", "");
    parser.write(piece);
    yield undefined;
  }
  parser.close();
  yield undefined;
}

/** Reads the whole of a file of XML. */
export async function readXml(file: SentFile, handlers: XmlHandlers): Promise<void> {
  for await (const _ of xmlPieces(file, handlers, longestLine));
}
