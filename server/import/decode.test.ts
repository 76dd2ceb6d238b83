import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "@/prisma/builders/any-text";
import { decode } from "./decode";
import { encodingNamed, encodings, multiByte, singleByte } from "./encodings/labels";
import { readAs } from "./encodings/read-as";
import { samples, texts } from "./encodings/samples.fixture";

const arabic = texts.ar;
const french = texts.fr;
const english = "ISIL’s repeated attacks – “ended”.";
const bilingual = "Le ministère a déclaré que قالت مصادر محلية إن عقيربات تتعرض لقصف. L’armée a été repérée à l’est.";

/** The inverse of decoding a single-byte text. */
function written(text: string, encoding: string): Uint8Array {
  const byCharacter = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const read = readAs(Uint8Array.of(byte), encoding);
    if (read.ok) byCharacter.set(read.text, byte);
  }
  return Uint8Array.from([...text], (character) => {
    const byte = byCharacter.get(character);
    if (byte === undefined) throw new Error(`${character} is not in ${encoding}`);
    return byte;
  });
}

const utf8 = (text: string, bom = false) => new TextEncoder().encode(bom ? `\ufeff${text}` : text);
function utf16(text: string, order: "le" | "be", bom = false): Uint8Array {
  const bytes = Buffer.from(bom ? `\ufeff${text}` : text, "utf16le");
  return Uint8Array.from(order === "be" ? bytes.swap16() : bytes);
}

describe("what its bytes prove is certain", () => {
  test.each<{ encoding: string; text: string; bytes: Uint8Array; bom?: boolean }>([
    { encoding: "utf-8", text: "", bytes: utf8("") },
    { encoding: "utf-8", text: "Hama", bytes: utf8("Hama") },
    { encoding: "utf-8", text: arabic, bytes: utf8(arabic) },
    { encoding: "utf-8", text: french, bytes: utf8(french, true), bom: true },
    { encoding: "utf-8", text: "\ufeff😊", bytes: utf8("\ufeff😊", true), bom: true },
    { encoding: "utf-8", text: "bell \u0007", bytes: utf8("bell \u0007") },
    { encoding: "utf-16le", text: "😊 哈马", bytes: utf16("😊 哈马", "le", true), bom: true },
    { encoding: "utf-16be", text: arabic, bytes: utf16(arabic, "be", true), bom: true },
  ])("$encoding: $text", ({ encoding, text, bytes, bom = false }) => {
    expect(decode(bytes)).toEqual({ ok: true, text, encoding, bom, confidence: "certain" });
  });
});

describe("every text is read with its own letters, and never as if that were certain", () => {
  test.each(samples)("$text, written in $written, reads as $reads", ({ text, reads, hex }) => {
    const decoded = decode(Uint8Array.from(Buffer.from(hex, "hex")));
    expect(decoded).toMatchObject({ ok: true, encoding: reads, text: texts[text] });
    expect(decoded.ok && decoded.confidence).not.toBe("certain");
  });

  test.each([
    { encoding: "windows-1252", text: english, confidence: "likely" },
    { encoding: "windows-1252", text: `${"a ".repeat(60_000)}${french}`, confidence: "likely" },
    { encoding: "windows-1252", text: "déjà été", confidence: "guess" },
    { encoding: "windows-1252", text: "The mayor of Malmö said so.", confidence: "guess" },
    { encoding: "windows-1256", text: "حلب", confidence: "guess" },
    { encoding: "windows-1256", text: bilingual, confidence: "likely" },
  ])("$confidence $encoding: $text", ({ encoding, text, confidence }) => {
    expect(decode(written(text, encoding))).toMatchObject({ ok: true, text, encoding, confidence });
  });
});

describe("a guess shows the first passage in which the letters differ, and the others side by side", () => {
  const sample = (text: keyof typeof texts, name: string) =>
    Uint8Array.from(Buffer.from(samples.find((each) => each.text === text && each.written === name)?.hex ?? "", "hex"));

  test("Croatian", () => {
    const decoded = decode(sample("hr", "cp1250"));
    if (!decoded.ok || !decoded.doubt) throw new Error("There is no doubt.");
    const { line, byte, passage, alternatives } = decoded.doubt;
    expect({ line, byte }).toEqual({ line: 1, byte: 9 });
    expect(passage).toContain("Ministar Kovačević rekao");
    const western = alternatives.find(({ label }) => label === "windows-1252");
    expect(western?.passage).toContain("Ministar Kovaèeviæ rekao");
    expect(new Set([passage, ...alternatives.map((each) => each.passage)]).size).toBe(alternatives.length + 1);
  });

  test("the line is counted, and the passage does not leave it", () => {
    const bytes = Buffer.concat([Buffer.from("Naslov\r\n\r\nPrvi red.\r\n"), sample("hr", "cp1250")]);
    const decoded = decode(bytes);
    expect(decoded.ok && decoded.doubt).toMatchObject({ line: 4, byte: 21 + 9 });
    expect(decoded.ok && decoded.doubt?.passage).not.toContain("red");
  });

  test("what reads alike in all that it may be leaves nothing to choose", () => {
    const decoded = decode(written("“Quoted” – and that is all…", "windows-1252"));
    expect(decoded.ok && decoded.doubt?.alternatives.some(({ label }) => label.startsWith("windows-125"))).toBe(false);
  });
});

describe("what is no text, or broken, is refused in words, with its place", () => {
  test.each([
    { file: "a PDF", bytes: utf8("%PDF-1.7\n1 0 obj"), reason: "not-text", found: "a PDF document", at: 0 },
    {
      file: "a DOCX",
      bytes: [0x50, 0x4b, 3, 4, 20, 0],
      reason: "not-text",
      found: "a Word, OpenDocument or ZIP file",
      at: 0,
    },
    { file: "a PNG", bytes: [0x89, 0x50, 0x4e, 0x47, 13, 10], reason: "not-text", found: "a PNG picture", at: 0 },
    { file: "an RTF", bytes: utf8("{\\rtf1\\ansi Hama}"), reason: "not-text", found: "an RTF document", at: 0 },
    { file: "UTF-32", bytes: [0xff, 0xfe, 0, 0, 65, 0, 0, 0], reason: "not-text", found: "a text in UTF-32", at: 0 },
    {
      file: "unknown bytes",
      bytes: [65, 66, 0, 0xff, 0x80, 3, 7],
      reason: "not-text",
      found: "not a text file",
      at: 2,
    },
    { file: "cut UTF-8", bytes: utf8("حماة").slice(0, -1), reason: "malformed", found: "utf-8", at: 6 },
    {
      file: "damaged UTF-8",
      bytes: [...utf8("حماة "), 0xff, ...utf8("حلب")],
      reason: "malformed",
      found: "utf-8",
      at: 9,
    },
    {
      file: "damaged UTF-8 with a mark",
      bytes: [0xef, 0xbb, 0xbf, 65, 0xc0, 0x80],
      reason: "malformed",
      found: "utf-8",
      at: 4,
    },
    {
      file: "UTF-16 with half a character",
      bytes: [0xff, 0xfe, 65, 0, 0x3d, 0xd8],
      reason: "malformed",
      found: "utf-16le",
      at: 4,
    },
    { file: "UTF-16 with an odd byte", bytes: [0xff, 0xfe, 65, 0, 66], reason: "malformed", found: "utf-16le", at: 4 },
  ])("$file", ({ bytes, reason, found, at }) => {
    const decoded = decode(Uint8Array.from(bytes));
    expect(decoded).toMatchObject({ ok: false, reason, found, position: at });
    expect(!decoded.ok && decoded.sentence).toMatch(/^(This is|Line \d+, byte \d+) .+\.$/);
  });

  test("damaged UTF-8 names its line and offers encodings, with the passage as it reads there", () => {
    const bytes = Uint8Array.from([...utf8("Größe über\nschöne Grüße aus "), 0xe9, ...utf8(" Köln")]);
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ ok: false, reason: "malformed", line: 2, position: 34 });
    if (decoded.ok) return;
    expect(decoded.sentence).toContain("Line 2, byte 34");
    expect(decoded.choices.find(({ label }) => label === "windows-1252")?.passage).toContain("aus é KÃ¶ln");
  });
});

describe("an encoding that somebody named is taken, or refused at the byte it does not have", () => {
  const bytes = written("à l’est", "windows-1252");
  test("Windows-1252", () =>
    expect(decode(bytes, "windows-1252")).toMatchObject({ ok: true, text: "à l’est", confidence: "certain" }));
  test("Windows-1256", () => expect(decode(bytes, "windows-1256")).toMatchObject({ ok: true, text: "à l’est" }));
  test("UTF-8", () => expect(decode(bytes, "utf-8")).toMatchObject({ ok: false, position: 0 }));
  test("a byte without a character", () =>
    expect(decode(Uint8Array.of(65, 0x81), "windows-1252")).toMatchObject({ ok: false, position: 1 }));
  test("a double byte that is none", () =>
    expect(decode(Uint8Array.of(65, 66, 0x81, 0xff), "shift_jis")).toMatchObject({ ok: false, position: 3 }));
  test.each(samples)("$text in $written", ({ text, written: name, hex }) => {
    const decoded = decode(Uint8Array.from(Buffer.from(hex, "hex")), encodingNamed(name));
    expect(decoded).toMatchObject({ ok: true, text: texts[text], confidence: "certain" });
  });
});

test.each([
  ["CP1250", "windows-1250"],
  ["windows-1250", "windows-1250"],
  ["latin1", "windows-1252"],
  ["ISO-8859-1", "windows-1252"],
  ["latin2", "iso-8859-2"],
  ["Latin-9", "iso-8859-15"],
  ["iso-8859-16", "iso-8859-16"],
  ["cp850", "cp850"],
  ["IBM852", "cp852"],
  ["dos-866", "ibm866"],
  ["cp866", "ibm866"],
  ["KOI8-U", "koi8-u"],
  ["Shift-JIS", "shift_jis"],
  ["sjis", "shift_jis"],
  ["GBK", "gb18030"],
  ["MacRoman", "macintosh"],
  ["UTF8", "utf-8"],
  ["utf-16", "utf-16le"],
  ["klingon", undefined],
  ["", undefined],
])("%s means %s", (name, encoding) => expect(encodingNamed(name)).toBe(encoding));

describe("the tables", () => {
  const upper = Uint8Array.from({ length: 128 }, (_, byte) => byte + 128);
  /** Kept here: the platform has none, or, for windows-1252 in some versions of Node, one with controls in it. */
  const own = ["windows-1252", "cp437", "cp720", "cp737", "cp775", "cp850", "cp852", "cp857", "cp862", "iso-8859-16"];
  test.each(singleByte.filter((label) => !own.includes(label)))("%s is the platform's", (label) => {
    const platform = new TextDecoder(label).decode(upper);
    for (const [at, byte] of upper.entries()) {
      const read = readAs(Uint8Array.of(byte), label);
      const known = platform[at] ?? "";
      if (/[\u0080-\u009f\ufffd]/.test(known)) expect(read.ok).toBe(false);
      else expect(read.ok && read.text).toBe(known);
    }
  });
  test("every name is known", () => {
    expect(encodings.every((label) => encodingNamed(label) === label)).toBe(true);
    expect(new Set(encodings).size).toBe(3 + singleByte.length + multiByte.length);
  });
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
    fc.property(anyText, fc.constantFrom("le" as const, "be" as const), (text, order) => {
      fc.pre(!text.startsWith("\0"));
      expect(decode(utf16(text, order, true))).toMatchObject({ ok: true, text, bom: true });
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
    { numRuns: 500 },
  );
});
