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

const bare = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");
const known = new Map<string, Encoding>([
  ...encodings.map((encoding) => [bare(encoding), encoding] as const),
  ["macroman", "macintosh"],
  ["mac", "macintosh"],
  ["maccyrillic", "x-mac-cyrillic"],
  ["latin1", "windows-1252"],
  ["latin2", "iso-8859-2"],
  ["latin9", "iso-8859-15"],
  ["latin10", "iso-8859-16"],
  ["sjis", "shift_jis"],
  ["cp932", "shift_jis"],
  ["cp936", "gb18030"],
  ["gbk", "gb18030"],
  ["gb2312", "gb18030"],
  ["cp949", "euc-kr"],
  ["cp950", "big5"],
  ["utf16", "utf-16le"],
]);

/** The encoding that a person or a program means by a name ("CP1250", "latin2", "Shift-JIS"); undefined for none. */
export function encodingNamed(name: string): Encoding | undefined {
  const said = bare(name);
  const windows = /^(?:cp|win|windows|ms)(125\d|874)$/.exec(said)?.[1];
  const dos = /^(?:cp|ibm|dos|oem)(\d{3})$/.exec(said)?.[1];
  const iso = /^iso8859(\d{1,2})$/.exec(said)?.[1];
  const own =
    known.get(said) ??
    (windows && known.get(`windows${windows}`)) ??
    (dos && (known.get(`cp${dos}`) ?? known.get(`ibm${dos}`)));
  return own || platformsName(iso ? `iso-8859-${iso}` : name.trim());
}

function platformsName(label: string): Encoding | undefined {
  try {
    const { encoding } = new TextDecoder(label);
    return encodings.find((each) => each === encoding);
  } catch {
    return undefined;
  }
}
