import { documentOfCas } from "@/domain/formats/cas/document";
import { readCasJson } from "@/domain/formats/cas/json";
import { type Ranges, readTypes, readXmi } from "@/domain/formats/cas/xmi";
import type { FormatReader, SentFile } from "@/domain/interchange/reader";

const isTypeSystem = (name: string) => /typesystem[^/]*\.xml$/i.test(name);

/** Reads XMI. A type system that comes with the files says what is a reference and what a number. */
export const xmiReader: FormatReader = {
  extensions: [".xmi", ".xml"],
  recognises(name, head) {
    if (/<(?:\w+:)?XMI[\s>]/.test(head)) return 1;
    return isTypeSystem(name) && head.includes("typeSystemDescription") ? 0.9 : 0;
  },
  asks: [],
  async *read(files) {
    const ranges: Ranges = new Map();
    const waiting: SentFile[] = [];
    for await (const file of files) {
      if (isTypeSystem(file.name)) await readTypes(file, ranges);
      else if (/\.(?:xmi|xml)$/i.test(file.name)) waiting.push(file);
    }
    for (const file of waiting) yield* documentOfCas(await readXmi(file, ranges), file.name);
  },
};

/** Reads UIMA CAS JSON 0.4. */
export const casJsonReader: FormatReader = {
  extensions: [".json"],
  recognises: (_name, head) => (/^\s*\{\s*"%(?:TYPES|HEADER|FEATURE_STRUCTURES|VIEWS)"/.test(head) ? 1 : 0),
  asks: [],
  async *read(files) {
    for await (const file of files) {
      if (/\.json$/i.test(file.name)) yield* documentOfCas(await readCasJson(file), file.name);
    }
  },
};
