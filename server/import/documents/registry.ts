import { textEndings } from "@/domain/document/endings";
import type { Extract } from "./extracted";

/** A type of document that is read, and how it is known. */
export interface DocumentType {
  /** The name of its reader and, with `version`, what a revision says it was read by. */
  readonly id: string;
  /** Counted up whenever the same file may give another text. */
  readonly version: number;
  readonly endings: readonly string[];
  readonly mediaType: string;
  /** What its bytes begin with; a type of text has no such bytes. */
  readonly begins?: readonly string[];
  /** Its file is text in some encoding. */
  readonly isText?: true;
  readonly load: () => Promise<{ extract: Extract }>;
}

const ZIP = ["PK\x03\x04", "PK\x05\x06"];

/** One line for each type; the readers and their libraries are loaded where they are used, in a thread of their own. */
export const documentTypes: readonly DocumentType[] = [
  {
    id: "html",
    version: 2,
    endings: ["html", "htm", "xhtml"],
    mediaType: "text/html",
    isText: true,
    load: () => import("./html/html"),
  },
  {
    id: "docx",
    version: 2,
    endings: ["docx", "docm", "dotx"],
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    begins: ZIP,
    load: () => import("./docx/docx"),
  },
  {
    id: "pdf",
    version: 1,
    endings: ["pdf"],
    mediaType: "application/pdf",
    begins: ["%PDF-"],
    load: () => import("./pdf/pdf"),
  },
  { id: "mail", version: 1, endings: ["eml"], mediaType: "message/rfc822", load: () => import("./mail/mail") },
  {
    id: "mhtml",
    version: 1,
    endings: ["mhtml", "mht"],
    mediaType: "multipart/related",
    load: () => import("./mail/saved-page"),
  },
  {
    id: "odt",
    version: 1,
    endings: ["odt", "ott"],
    mediaType: "application/vnd.oasis.opendocument.text",
    begins: ZIP,
    load: () => import("./odt/odt"),
  },
  {
    id: "rtf",
    version: 1,
    endings: ["rtf"],
    mediaType: "application/rtf",
    begins: ["{\\rtf"],
    load: () => import("./rtf/rtf"),
  },
  {
    id: "epub",
    version: 2,
    endings: ["epub"],
    mediaType: "application/epub+zip",
    begins: ZIP,
    load: () => import("./epub/epub"),
  },
  {
    id: "subtitles",
    version: 2,
    endings: ["srt", "vtt"],
    mediaType: "text/vtt",
    isText: true,
    load: () => import("./subtitles/subtitles"),
  },
];

/** What a revision says it was read by. */
export const extractorName = ({ id, version }: DocumentType): string => `${id} ${version}`;

const endingOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** The type that a file has by its name. */
export const documentType = (name: string): DocumentType | undefined =>
  documentTypes.find(({ endings }) => endings.includes(endingOf(name)));

export const isReadable = (name: string): boolean =>
  textEndings.some((ending) => ending === endingOf(name)) || documentType(name) !== undefined;

/** Every type that is taken, as a sentence's subject. */
export const takenTypes = `Files like ${[
  "txt",
  "md",
  "csv",
  "jsonl",
  "xlsx",
  "zip",
  ...documentTypes.flatMap(({ endings: [usual] }) => usual ?? []),
]
  .map((ending) => `.${ending}`)
  .join(", ")}`;

/** Whether the bytes begin as a type's do. */
export const begins = ({ begins }: DocumentType, bytes: Uint8Array): boolean =>
  begins === undefined ||
  begins.some((start) => Buffer.from(bytes.subarray(0, 1024)).toString("latin1").includes(start));
