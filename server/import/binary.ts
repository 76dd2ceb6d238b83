interface Signature {
  readonly found: string;
  /** Byte values from `at` on. */
  readonly bytes: readonly number[];
  readonly at?: number;
}

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));

const SIGNATURES: readonly Signature[] = [
  { found: "a PDF document", bytes: ascii("%PDF-") },
  { found: "a Word, OpenDocument or ZIP file", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { found: "an empty ZIP file", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { found: "an old Office document", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { found: "an RTF document", bytes: ascii("{\\rtf") },
  { found: "a PostScript document", bytes: ascii("%!PS") },
  { found: "a PNG picture", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { found: "a JPEG picture", bytes: [0xff, 0xd8, 0xff] },
  { found: "a GIF picture", bytes: ascii("GIF8") },
  { found: "a TIFF picture", bytes: [0x49, 0x49, 0x2a, 0x00] },
  { found: "a TIFF picture", bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { found: "a picture or sound (RIFF)", bytes: ascii("WEBP"), at: 8 },
  { found: "a picture or sound (RIFF)", bytes: ascii("WAVE"), at: 8 },
  { found: "a film or sound (MP4)", bytes: ascii("ftyp"), at: 4 },
  { found: "a sound (MP3)", bytes: [0x49, 0x44, 0x33, 0x03] },
  { found: "a sound (MP3)", bytes: [0x49, 0x44, 0x33, 0x04] },
  { found: "a gzip archive", bytes: [0x1f, 0x8b] },
  { found: "a 7z archive", bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { found: "a RAR archive", bytes: [...ascii("Rar!"), 0x1a, 0x07] },
  { found: "an xz archive", bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { found: "a program", bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { found: "a database (SQLite)", bytes: ascii("SQLite format 3") },
  { found: "a text in UTF-32", bytes: [0xff, 0xfe, 0x00, 0x00] },
  { found: "a text in UTF-32", bytes: [0x00, 0x00, 0xfe, 0xff] },
];

/** What a file is that its first bytes show to be no text we read; undefined for anything else. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find((signature) => signature.bytes.every((byte, i) => bytes[(signature.at ?? 0) + i] === byte))
    ?.found;
}

/** The first byte that no text in a single-byte encoding or UTF-8 has: a control other than tabs, newlines, escapes. */
export function firstControl(bytes: Uint8Array): number | undefined {
  const at = bytes.findIndex(
    (byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b,
  );
  return at < 0 ? undefined : at;
}
