import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "@/prisma/builders/any-text";
import { decode } from "./decode";
import type { Encoding } from "./encoding";
import { decodeSingleByte } from "./single-byte";

const arabic =
  "قالت مصادر محلية إن عقيربات، شرق حماة، تتعرض لقصف منذ صباح الاثنين؛ ولم تُسجَّل إصابات.\r\n“هل انتهى؟” – نعم.\n";
const persian = "منابع محلي گزارش دادند که پل چوبي در شهر حماه بسته شد.";
const french =
  "Des sources locales ont indiqué que l’armée avait repris la colline près d’Alep.\r\n« C’est terminé », a-t-elle déclaré à Hama – 5 €.";
const german = "Örtliche Quellen meldeten große Verluste südlich der Straße.";
const spanish = "El ejército señaló que la población está aquí. ¿Qué pasó en la región?";
const english = "ISIL’s repeated attacks – “ended”.";
const bilingual = "Le ministère a déclaré que قالت مصادر محلية إن عقيربات تتعرض لقصف. L’armée a été repérée à l’est.";

/** The inverse of decoding a single-byte text, from the table that decodes it. */
function singleByte(text: string, encoding: "windows-1256" | "windows-1252"): Uint8Array {
  const every = decodeSingleByte(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
    encoding,
  );
  return Uint8Array.from(text, (character) => {
    const byte = every.indexOf(character);
    if (byte < 0) throw new Error(`${character} is not in ${encoding}`);
    return byte;
  });
}

const utf8 = (text: string, bom = false) => new TextEncoder().encode(bom ? `\ufeff${text}` : text);
function utf16(text: string, order: "le" | "be", bom = false): Uint8Array {
  const bytes = Buffer.from(bom ? `\ufeff${text}` : text, "utf16le");
  return Uint8Array.from(order === "be" ? bytes.swap16() : bytes);
}

describe("a text comes back from each encoding, and the encoding is named", () => {
  test.each<{ encoding: Encoding; text: string; bytes: Uint8Array; bom?: boolean; confidence: string }>([
    { encoding: "utf-8", text: "", bytes: utf8(""), confidence: "certain" },
    { encoding: "utf-8", text: "Hama", bytes: utf8("Hama"), confidence: "certain" },
    { encoding: "utf-8", text: arabic, bytes: utf8(arabic), confidence: "certain" },
    { encoding: "utf-8", text: french, bytes: utf8(french, true), bom: true, confidence: "certain" },
    { encoding: "utf-8", text: "\ufeff😊", bytes: utf8("\ufeff😊", true), bom: true, confidence: "certain" },
    { encoding: "utf-8", text: "bell \u0007", bytes: utf8("bell \u0007"), confidence: "certain" },
    { encoding: "utf-16le", text: arabic, bytes: utf16(arabic, "le"), confidence: "likely" },
    { encoding: "utf-16be", text: arabic, bytes: utf16(arabic, "be"), confidence: "likely" },
    { encoding: "utf-16le", text: "حلب", bytes: utf16("حلب", "le"), confidence: "likely" },
    { encoding: "utf-16le", text: french, bytes: utf16(french, "le"), confidence: "likely" },
    { encoding: "utf-16be", text: french, bytes: utf16(french, "be"), confidence: "likely" },
    { encoding: "utf-16le", text: "😊 哈马", bytes: utf16("😊 哈马", "le", true), bom: true, confidence: "certain" },
    { encoding: "utf-16be", text: arabic, bytes: utf16(arabic, "be", true), bom: true, confidence: "certain" },
    { encoding: "windows-1256", text: arabic, bytes: singleByte(arabic, "windows-1256"), confidence: "likely" },
    { encoding: "windows-1256", text: persian, bytes: singleByte(persian, "windows-1256"), confidence: "guess" },
    { encoding: "windows-1256", text: "حلب", bytes: singleByte("حلب", "windows-1256"), confidence: "guess" },
    { encoding: "windows-1256", text: bilingual, bytes: singleByte(bilingual, "windows-1256"), confidence: "guess" },
    { encoding: "windows-1252", text: french, bytes: singleByte(french, "windows-1252"), confidence: "likely" },
    { encoding: "windows-1252", text: german, bytes: singleByte(german, "windows-1252"), confidence: "likely" },
    { encoding: "windows-1252", text: spanish, bytes: singleByte(spanish, "windows-1252"), confidence: "likely" },
    { encoding: "windows-1252", text: english, bytes: singleByte(english, "windows-1252"), confidence: "likely" },
    { encoding: "windows-1252", text: "déjà été", bytes: singleByte("déjà été", "windows-1252"), confidence: "guess" },
    {
      encoding: "windows-1252",
      text: `${"a ".repeat(60_000)}${french}`,
      bytes: singleByte(`${"a ".repeat(60_000)}${french}`, "windows-1252"),
      confidence: "likely",
    },
  ])("$encoding ($confidence): $text", ({ encoding, text, bytes, bom = false, confidence }) => {
    expect(decode(bytes)).toEqual({ ok: true, text, encoding, bom, confidence });
  });
});

describe("what is no text we read is refused, in words", () => {
  test.each([
    { file: "a PDF", bytes: utf8("%PDF-1.7\n1 0 obj"), reason: "not-text", found: "a PDF document", position: 0 },
    {
      file: "a DOCX",
      bytes: [0x50, 0x4b, 3, 4, 20, 0],
      reason: "not-text",
      found: "a Word, OpenDocument or ZIP file",
      position: 0,
    },
    { file: "a PNG", bytes: [0x89, 0x50, 0x4e, 0x47, 13, 10], reason: "not-text", found: "a PNG picture", position: 0 },
    { file: "an RTF", bytes: utf8("{\\rtf1\\ansi Hama}"), reason: "not-text", found: "an RTF document", position: 0 },
    {
      file: "UTF-32",
      bytes: [0xff, 0xfe, 0, 0, 65, 0, 0, 0],
      reason: "not-text",
      found: "a text in UTF-32",
      position: 0,
    },
    {
      file: "unknown bytes",
      bytes: [65, 66, 0, 0xff, 0x80, 3, 7],
      reason: "not-text",
      found: "not a text file",
      position: 2,
    },
    { file: "cut UTF-8", bytes: utf8("حماة").slice(0, -1), reason: "malformed", found: "UTF-8", position: 6 },
    {
      file: "damaged UTF-8",
      bytes: [...utf8("حماة "), 0xff, ...utf8("حلب")],
      reason: "malformed",
      found: "UTF-8",
      position: 9,
    },
    {
      file: "damaged UTF-8 with a mark",
      bytes: [0xef, 0xbb, 0xbf, 65, 0xc0, 0x80],
      reason: "malformed",
      found: "UTF-8",
      position: 4,
    },
    {
      file: "UTF-16 with half a character",
      bytes: [0xff, 0xfe, 65, 0, 0x3d, 0xd8],
      reason: "malformed",
      found: "UTF-16LE",
      position: 4,
    },
    {
      file: "UTF-16 with an odd byte",
      bytes: [0xff, 0xfe, 65, 0, 66],
      reason: "malformed",
      found: "UTF-16LE",
      position: 4,
    },
  ])("$file", ({ bytes, reason, found, position }) => {
    const decoded = decode(Uint8Array.from(bytes));
    expect(decoded).toMatchObject({ ok: false, reason, found, position });
    expect(!decoded.ok && decoded.sentence).toContain("Accepted are .txt and .md files");
  });
});

/** Made with Python's codecs, independent of this project. */
describe("another encoding is refused rather than read as other letters", () => {
  test.each([
    { encoding: "windows-1251", hex: "cce5f1f2edfbe520e8f1f2eef7ede8eae820f1eeeee1f9e8ebe82c20f7f2ee20e0f0ece8ff" },
    { encoding: "KOI8-R", hex: "edc5d3d4ced9c520c9d3d4cfdecec9cbc920d3cfcfc2ddc9ccc92c20ded4cf20c1d2cdc9d1" },
    {
      encoding: "ISO-8859-7",
      hex: "d4eff0e9eaddf220f0e7e3ddf220e1edddf6e5f1e1ed20fcf4e920ef20f3f4f1e1f4fcf220f3f5ede5f7dfe6e5e9",
    },
    {
      encoding: "Shift_JIS",
      hex: "926e8cb382cc8fee95f18bd882c982e682e982c681418c5282cd8dec90ed82f091b182af82c482a282e98142",
    },
    {
      encoding: "GB18030",
      hex: "b5b1b5d8cffbcfa2c8cbcabfcbb5a3acbefcb6d3bcccd0f8d4dab9fec2edb5d8c7f8b5c4d0d0b6afa1a3",
    },
    {
      encoding: "EUC-KR",
      hex: "c7f6c1f620bcd2bdc4c5ebbfa120b5fbb8a3b8e920b1bab4ebb4c220c0dbc0fcc0bb20b0e8bcd3c7cfb0ed20c0d6b4d92e",
    },
    {
      encoding: "windows-1250",
      hex: "8f72f364b361206c6f6b616c6e6520706f6461b3792c20bf6520776f6a736b6f206b6f6e74796e75756a65206f70657261636aea2c2067647a696520bf6fb36e6965727a652073b92e",
    },
    {
      encoding: "ISO-8859-9",
      hex: "596572656c206b61796e616b6c6172206f7264756e756e2048616d6120fe656872696e646520696c65726c656469f0696e692076652079656e69206269722063657068652061e7fd6c64fdf0fd6efd2073f6796c6564692e",
    },
    {
      encoding: "ISO-8859-8",
      hex: "eef7e5f8e5fa20eef7e5eee9e9ed20e3e9e5e5e7e520ebe920e4f6e1e020eeeef9e9ea20e1eee1f6f22e",
    },
    {
      encoding: "ISO-8859-6",
      hex: "e2c7e4ca20e5d5c7cfd120e5cde4eac920c5e620d9e2ead1c8c7ca20d4d1e220cde5c7c920cacad9d1d620e4e2d5e1",
    },
  ])("$encoding", ({ encoding, hex }) => {
    const decoded = decode(Uint8Array.from(Buffer.from(hex, "hex")));
    expect(decoded).toMatchObject({ ok: false, reason: "unsupported-encoding", found: encoding });
  });
});

describe("an encoding that a person chose is taken, or refused at the byte it does not have", () => {
  const bytes = singleByte("à l’est", "windows-1252");
  test("Windows-1252", () => expect(decode(bytes, "windows-1252")).toMatchObject({ ok: true, text: "à l’est" }));
  test("Windows-1256", () => expect(decode(bytes, "windows-1256")).toMatchObject({ ok: true, text: "à l’est" }));
  test("UTF-8", () => expect(decode(bytes, "utf-8")).toMatchObject({ ok: false, position: 0 }));
  test("a byte without a character", () =>
    expect(decode(Uint8Array.of(65, 0x81), "windows-1252")).toMatchObject({ ok: false, position: 1 }));
});

test("the tables are those of the platform", () => {
  const bytes = Uint8Array.from({ length: 128 }, (_, byte) => byte + 128);
  expect(decodeSingleByte(bytes, "windows-1256")).toBe(new TextDecoder("windows-1256").decode(bytes));
});

test("any text in UTF-8 comes back as it was", () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, bom) => {
      fc.pre(!text.startsWith("\ufeff") || bom);
      const bytes = utf8(text, bom);
      expect(decode(bytes, "utf-8")).toMatchObject({ ok: true, text, bom });
    }),
  );
});

test("any text in marked UTF-16 comes back as it was", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom("le", "be"), (text, order) => {
      fc.pre(!text.startsWith("\0"));
      expect(decode(utf16(text, order as "le" | "be", true))).toMatchObject({ ok: true, text, bom: true });
    }),
  );
});

test("any bytes get an answer, and what is decoded is whole", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decode(bytes);
      if (decoded.ok) expect(decoded.text).not.toMatch(/[\p{Surrogate}]/u);
      else expect(decoded.position).toBeLessThan(Math.max(1, bytes.length));
    }),
    { numRuns: 1000 },
  );
});
