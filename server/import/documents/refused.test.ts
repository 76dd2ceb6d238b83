import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { documentType } from "./registry";
import { closeDocuments, limits, readDocument } from "./thread/ask";

afterAll(closeDocuments);

const read = (name: string, bytes: Uint8Array, within = limits) => {
  const type = documentType(name);
  if (!type) throw new Error(`No reader for ${name}.`);
  return readDocument(type, bytes, { name, take: "article", comments: "leave", encoding: undefined }, within);
};

const document = (inner: string, before = "") =>
  strToU8(
    `<?xml version="1.0"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${inner}</w:t></w:r></w:p></w:body></w:document>`,
  );

/** A Word file with one part more, or another text. */
const word = (more: Record<string, Uint8Array> = {}) => zipSync({ "word/document.xml": document("Words."), ...more });

function encrypted(): Uint8Array {
  const bytes = word();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 4; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
  }
  return bytes;
}

/** A directory of some hundred bytes that says it will be ten gigabytes. */
const bomb = () => word({ "word/media/big.bin": new Uint8Array(8 * 1024 * 1024) });

const nested = (depth: number): string =>
  depth === 0
    ? "Content-Type: text/plain\n\nDeep.\n"
    : `Content-Type: multipart/mixed; boundary="b${depth}"\n\n--b${depth}\n${nested(depth - 1)}--b${depth}--\n`;

test.each<{ what: string; name: string; bytes: Uint8Array; says: RegExp }>([
  { what: "an archive that swells", name: "a.docx", bytes: bomb(), says: /^The archive would grow too large/ },
  {
    what: "an archive that names a file outside",
    name: "a.docx",
    bytes: word({ "../../etc/passwd": strToU8("x") }),
    says: /^The archive names a file outside itself/,
  },
  {
    what: "an entity from outside",
    name: "a.docx",
    bytes: word({ "word/document.xml": document("&x;", '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>') }),
    says: /^word\/document\.xml is damaged: .*undefined entity/i,
  },
  {
    what: "entities that grow",
    name: "a.docx",
    bytes: word({ "word/document.xml": document("&b;", '<!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>') }),
    says: /undefined entity/i,
  },
  { what: "an encrypted archive", name: "a.docx", bytes: encrypted(), says: /^The file is encrypted/ },
  {
    what: "an encrypted or old Word file",
    name: "a.docx",
    bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    says: /^The file is encrypted or an old Office document/,
  },
  { what: "half a file", name: "a.docx", bytes: word().slice(0, 120), says: /^The file is cut off or damaged/ },
  {
    what: "an archive without a document",
    name: "a.docx",
    bytes: zipSync({ "a.txt": strToU8("a") }),
    says: /^This isn’t a Word/,
  },
  {
    what: "another type than its name says",
    name: "a.pdf",
    bytes: strToU8("GIF89a"),
    says: /contents are something else/,
  },
  {
    what: "a PDF that is cut off",
    name: "a.pdf",
    bytes: strToU8("%PDF-1.7\n1 0 obj <<"),
    says: /^The PDF is cut off or damaged/,
  },
  {
    what: "a mail with a hundred parts inside one another",
    name: "a.eml",
    bytes: strToU8(nested(100)),
    says: /^The mail has more than 30 parts/,
  },
  {
    what: "a saved page with a hundred parts inside one another",
    name: "a.mhtml",
    bytes: strToU8(nested(100)),
    says: /^The page has more than 30 parts/,
  },
  {
    what: "a picture called a saved page",
    name: "a.mht",
    bytes: strToU8("GIF89a"),
    says: /^This isn’t a saved page/,
  },
  {
    what: "a saved page whose parts are named but not there",
    name: "a.mht",
    bytes: strToU8('Content-Type: multipart/related; boundary="b"\n\nNothing.\n'),
    says: /^The page was cut off/,
  },
  {
    what: "subtitles without times",
    name: "a.srt",
    bytes: strToU8("Words only."),
    says: /^There are no subtitles in it/,
  },
  {
    what: "a page without words",
    name: "a.html",
    bytes: strToU8("<p> </p><script>x</script>"),
    says: /^There is no text in it/,
  },
])("$what is refused in a sentence", async ({ name, bytes, says }) => {
  const answer = await read(name, bytes);
  expect(answer).toMatchObject({ ok: false, reason: expect.stringMatching(says) });
  expect(answer).not.toHaveProperty("broken");
});

test("of a saved page, the article is taken or all of it, as somebody chooses", async () => {
  const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, "samples", "saved.mhtml")));
  const about = { name: "saved.mhtml", comments: "leave", encoding: undefined } as const;
  const type = documentType("saved.mhtml");
  if (!type) throw new Error("No reader.");
  const whole = await readDocument(type, bytes, { ...about, take: "whole" });
  const article = await readDocument(type, bytes, { ...about, take: "article" });
  expect(whole.ok && whole.document.text).toContain("All rights reserved");
  expect(article.ok && article.document.text).not.toContain("All rights reserved");
});

test("macros never run, and are told", async () => {
  const answer = await read("a.docm", word({ "word/vbaProject.bin": strToU8("Sub AutoOpen()") }));
  expect(answer).toMatchObject({ ok: true, document: { text: "Words.", warnings: [{ kind: "macros-left-out" }] } });
});

test("a file that takes too long is given up, and the next one is read", async () => {
  const slow = strToU8(`<p>${"<b><i>word</i></b> ".repeat(400_000)}</p>`);
  expect(await read("slow.html", slow, { ...limits, time: 30 })).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/took longer/),
  });
  expect(await read("a.docx", word())).toMatchObject({ ok: true, document: { text: "Words." } });
});
