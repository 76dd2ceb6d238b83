import { encodingNamed } from "../../encodings/labels";
import { readAs } from "../../encodings/read-as";

/** The encodings of fonts by their number (`\fcharset`). */
const FONTS: Readonly<Record<number, string>> = {
  0: "windows-1252",
  77: "macintosh",
  128: "shift_jis",
  129: "euc-kr",
  134: "gb18030",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
  254: "cp437",
  255: "cp850",
};

export const encodingOfFont = (charset: number): string | undefined => FONTS[charset];

/** The encoding of a code page, such as 1256; 65001 is UTF-8. */
export const encodingOfPage = (page: number): string | undefined =>
  page === 65001 ? "utf-8" : encodingNamed(`cp${page}`);

/** Bytes as text; what an encoding doesn't have is U+FFFD. */
export function decoded(bytes: readonly number[], encoding: string): { text: string; wrong: number } {
  const all = Uint8Array.from(bytes);
  if (encoding !== "utf-8") {
    const read = readAs(all, encoding);
    if (read.ok) return { text: read.text, wrong: 0 };
    if (/^(?:windows|cp|ibm|mac)/.test(encoding)) return byByte(all, encoding);
  }
  const text = new TextDecoder(encoding === "utf-8" ? "utf-8" : encoding).decode(all);
  return { text, wrong: text.split("\ufffd").length - 1 };
}

function byByte(bytes: Uint8Array, encoding: string): { text: string; wrong: number } {
  let wrong = 0;
  let text = "";
  for (const byte of bytes) {
    const read = readAs(Uint8Array.of(byte), encoding);
    if (!read.ok) wrong += 1;
    text += read.ok ? read.text : "\ufffd";
  }
  return { text, wrong };
}
