import type { ColumnType } from "@/domain/formats/csv/column";
import { licencePage } from "@/domain/release/licence";
import type { ReleaseFile } from "@/domain/release/release";
import { type ToldTable, toldTables } from "@/domain/release/table-columns";

const context = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  citeAs: "cr:citeAs",
  column: "cr:column",
  conformsTo: "dct:conformsTo",
  cr: "http://mlcommons.org/croissant/",
  rai: "http://mlcommons.org/croissant/RAI/",
  data: { "@id": "cr:data", "@type": "@json" },
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  dct: "http://purl.org/dc/terms/",
  equivalentProperty: "cr:equivalentProperty",
  examples: { "@id": "cr:examples", "@type": "@json" },
  extract: "cr:extract",
  field: "cr:field",
  fileProperty: "cr:fileProperty",
  fileObject: "cr:fileObject",
  fileSet: "cr:fileSet",
  format: "cr:format",
  includes: "cr:includes",
  isLiveDataset: "cr:isLiveDataset",
  jsonPath: "cr:jsonPath",
  key: "cr:key",
  md5: "cr:md5",
  parentField: "cr:parentField",
  path: "cr:path",
  recordSet: "cr:recordSet",
  references: "cr:references",
  regex: "cr:regex",
  repeated: "cr:repeated",
  replace: "cr:replace",
  samplingRate: "cr:samplingRate",
  sc: "https://schema.org/",
  separator: "cr:separator",
  source: "cr:source",
  subField: "cr:subField",
  transform: "cr:transform",
} as const;

/**
 * A blank cell is read as a number that is none, which fits no whole number and no truth: those columns are read as
 * numbers with a fraction and as text.
 */
const dataTypes: Record<ColumnType, string> = {
  text: "sc:Text",
  id: "sc:Text",
  ids: "sc:Text",
  integer: "sc:Float",
  number: "sc:Float",
  day: "sc:Text",
  date: "sc:Text",
  time: "sc:Text",
  "true or false": "sc:Text",
  JSON: "sc:Text",
};

const mediaTypes: Readonly<Record<string, string>> = {
  csv: "text/csv",
  jsonl: "application/jsonlines",
  json: "application/json",
  md: "text/markdown",
  cff: "application/yaml",
};

const mediaTypeOf = (name: string) => mediaTypes[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";

export type Described = {
  title: string;
  description: string;
  number: number;
  day: string;
  licence: string;
  creators: readonly string[];
  citation: string;
  languages: readonly string[];
  files: readonly ReleaseFile[];
};

/** Croissant 1.0 (JSON-LD): every file with its digest, and a record set for each table. */
export function croissantOf(described: Described): object {
  const { title, description, number, day, licence, creators, citation, languages, files } = described;
  const here = new Set(files.map(({ name }) => name));
  return {
    "@context": context,
    "@type": "sc:Dataset",
    name: title,
    description,
    conformsTo: "http://mlcommons.org/croissant/1.0",
    version: `${number}.0.0`,
    datePublished: day,
    license: licencePage(licence),
    citeAs: citation,
    ...(languages.length > 0 ? { inLanguage: languages } : {}),
    creator: creators.map((name) => ({ "@type": "sc:Organization", name })),
    distribution: files.map(({ name, bytes, sha256 }) => ({
      "@type": "cr:FileObject",
      "@id": name,
      name,
      contentSize: `${bytes} B`,
      contentUrl: name,
      encodingFormat: mediaTypeOf(name),
      sha256,
    })),
    recordSet: toldTables.filter(({ file }) => here.has(file)).map(recordSetOf),
  };
}

function recordSetOf({ file, row, columns }: ToldTable) {
  const name = file.replace(/\.csv$/, "");
  return {
    "@type": "cr:RecordSet",
    "@id": name,
    name,
    description: row,
    field: columns.map((column) => ({
      "@type": "cr:Field",
      "@id": `${name}/${column.name}`,
      name: column.name,
      description: column.means,
      dataType: dataTypes[column.type],
      source: { fileObject: { "@id": file }, extract: { column: column.name } },
    })),
  };
}
