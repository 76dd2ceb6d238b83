"use client";

import { useTranslations } from "use-intl";

/** An encoding by what it is for, and its name. */
export function useEncodingName(): (label: string) => string {
  const t = useTranslations("import.encodings");
  return (label) => {
    const key = known.find((each) => each === label);
    return key === undefined ? label : `${t(key)} (${label})`;
  };
}

/** What may be chosen where none of the proposals reads right. */
export const known = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "windows-874",
  "iso-8859-15",
  "iso-8859-2",
  "iso-8859-3",
  "iso-8859-4",
  "iso-8859-5",
  "iso-8859-6",
  "iso-8859-7",
  "iso-8859-8",
  "iso-8859-10",
  "iso-8859-13",
  "iso-8859-14",
  "iso-8859-16",
  "koi8-r",
  "koi8-u",
  "ibm866",
  "cp437",
  "cp720",
  "cp737",
  "cp775",
  "cp850",
  "cp852",
  "cp857",
  "cp862",
  "macintosh",
  "x-mac-cyrillic",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
  "iso-2022-jp",
  "euc-kr",
] as const;
