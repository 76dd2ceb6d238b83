import { upperHalves } from "./upper-halves";

export type Encoding = string;

/** Single-byte encodings, the most frequent first: where two read a file alike, the first is named. */
export const singleByte = [
  "windows-1252",
  "windows-1256",
  "windows-1251",
  "windows-1250",
  "windows-1254",
  "windows-1253",
  "windows-1255",
  "windows-1257",
  "windows-1258",
  "windows-874",
  "koi8-r",
  "koi8-u",
  "iso-8859-2",
  "iso-8859-15",
  "iso-8859-5",
  "iso-8859-6",
  "iso-8859-7",
  "iso-8859-8",
  "iso-8859-13",
  "iso-8859-4",
  "iso-8859-3",
  "iso-8859-10",
  "iso-8859-14",
  "iso-8859-16",
  "ibm866",
  "cp850",
  "cp437",
  "cp852",
  "cp857",
  "cp775",
  "cp737",
  "cp862",
  "cp720",
  "macintosh",
  "x-mac-cyrillic",
] as const;

export const multiByte = ["gb18030", "shift_jis", "euc-jp", "iso-2022-jp", "big5", "euc-kr"] as const;
export const utf16 = ["utf-16le", "utf-16be"] as const;

/** Every encoding that a file may be read in. */
export const encodings: readonly Encoding[] = ["utf-8", ...utf16, ...singleByte, ...multiByte];

const dos = /^(?:cp|ibm|dos|oem)-?(\d{3})$/;
const windows = /^(?:cp|win|windows|ms)[-_]?(125\d|874)$/;
const others: Readonly<Record<string, Encoding>> = {
  "mac-roman": "macintosh",
  macroman: "macintosh",
  "mac-cyrillic": "x-mac-cyrillic",
  "latin-9": "iso-8859-15",
  "latin-2": "iso-8859-2",
  "latin-1": "windows-1252",
  "iso-8859-16": "iso-8859-16",
  latin10: "iso-8859-16",
  sjis: "shift_jis",
  cp932: "shift_jis",
  cp936: "gb18030",
  gbk: "gb18030",
  gb2312: "gb18030",
  cp949: "euc-kr",
  cp950: "big5",
  utf16: "utf-16le",
  "utf-16": "utf-16le",
};

/** The encoding that a person or a program means by a name ("CP1250", "latin2", "Shift-JIS"); undefined for none. */
export function encodingNamed(name: string): Encoding | undefined {
  const label = name.trim().toLowerCase();
  if (encodings.includes(label)) return label;
  const said = others[label] ?? (windows.exec(label)?.[1] ? `windows-${windows.exec(label)?.[1]}` : undefined);
  if (said !== undefined) return said;
  const page = dos.exec(label)?.[1];
  if (page !== undefined) return [`cp${page}`, `ibm${page}`].find((each) => encodings.includes(each));
  try {
    const { encoding } = new TextDecoder(label.replaceAll("_", "-") === "shift-jis" ? "shift_jis" : label);
    return encodings.find((each) => each === encoding);
  } catch {
    return undefined;
  }
}

export const hasTable = (encoding: Encoding): boolean => upperHalves[encoding] !== undefined;
