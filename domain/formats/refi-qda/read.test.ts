import { describe, expect, test } from "vitest";
import { refiQdaReader } from "@/domain/formats/refi-qda/read";
import { asidesIn, documentsIn, readAll, sentFile } from "@/domain/interchange/sent.fixture";

const guid = (n: number) => `0000000${n}-0000-4000-8000-000000000000`;
const qde = (sources: string, more = "") => `<?xml version="1.0" encoding="utf-8"?>
<Project name="P" origin="NVivo" xmlns="urn:QDA-XML:project:1.0">
<Users><User guid="{${guid(1).toUpperCase()}}" name="Ana"/></Users>
<CodeBook><Codes><Code guid="${guid(2)}" name="Actors" isCodable="true"><Code guid="${guid(3)}" name="Army" isCodable="true"/></Code></Codes></CodeBook>
<Sources>${sources}</Sources>${more}
</Project>`;
const coding = (n: number, code = 3) => `<Coding guid="${guid(n)}"><CodeRef targetGUID="${guid(code)}"/></Coding>`;
const select = (start: unknown, end: unknown, inner: string, n = 5) =>
  `<PlainTextSelection guid="${guid(n)}" startPosition="${start}" endPosition="${end}" creatingUser="${guid(1)}">${inner}</PlainTextSelection>`;
const inText = (inner: string) =>
  `<TextSource guid="${guid(4)}" name="T" plainTextPath="internal://${guid(4).toUpperCase()}.txt">${inner}</TextSource>`;
const readQde = (xml: string, text = "A 😀 army.\r\nNext", unit?: string) =>
  readAll(
    refiQdaReader,
    [sentFile(xml, "project.qde"), sentFile(text, `Sources/${guid(4)}.txt`)],
    unit === undefined ? {} : { unit },
  );

describe("what others write", () => {
  test("guids in capitals and braces, nested codes, memos, and texts beside", async () => {
    const memo = `<Description>Which army?</Description>`;
    const { found } = await readQde(qde(inText(select(4, 8, memo + coding(6)))));
    const [document] = documentsIn(found);
    expect(document).toMatchObject({
      key: guid(4),
      text: "A 😀 army.\nNext",
      spans: [
        { id: guid(5), label: "Army", segments: [{ start: 4, end: 8 }], bare: true, made: { by: { name: "Ana" } } },
      ],
      notes: [{ on: { tag: guid(5) }, remarks: [{ body: "Which army?" }] }],
    });
  });

  test("several codes of a selection are several tags; UTF-16 units where somebody says so; CR LF counts twice", async () => {
    const { found } = await readQde(
      qde(inText(select(12, 16, coding(6) + coding(7, 2)))),
      undefined,
      "UTF-16 code unit",
    );
    expect(documentsIn(found)[0]?.spans).toMatchObject([
      { id: guid(5), label: "Army", segments: [{ start: 10, end: 14 }] },
      { id: guid(7), label: "Actors", segments: [{ start: 10, end: 14 }] },
    ]);
  });

  test("a text in the project itself, and the text of a PDF", async () => {
    const pdf = `<PDFSource guid="${guid(8)}" name="P"><PDFSelection page="1"/><Representation guid="${guid(9)}"><PlainTextContent>of a PDF</PlainTextContent>${select(0, 2, coding(6))}</Representation></PDFSource>`;
    const inline = `<TextSource guid="${guid(4)}" name="T"><PlainTextContent>a &lt;b&gt;</PlainTextContent></TextSource>`;
    const { found } = await readQde(qde(`${inline}${pdf}<PictureSource guid="${guid(7)}" name="i"/>`));
    expect(documentsIn(found)).toMatchObject([
      { text: "a <b>" },
      { title: "P", text: "of a PDF", spans: [{ label: "Army" }] },
    ]);
    expect(found.flatMap((one) => (one.is === "unread" ? [one.unread.what] : []))).toEqual([
      "PDFSelection",
      "PictureSource",
    ]);
  });

  test.each([
    { when: "a position is no number", inner: select("x", 3, coding(6)), is: "offsets" },
    { when: "the end is beyond the text", inner: select(0, 99, coding(6)), is: "offsets" },
    { when: "a code is not there", inner: select(0, 1, coding(6, 9)), is: "missing-end" },
    { when: "a guid stands there twice", inner: select(0, 1, coding(6)) + select(0, 1, coding(6)), is: "twice" },
  ])("set aside: $when", async ({ inner, is }) => {
    const { found } = await readQde(qde(inText(inner)));
    expect(asidesIn(found)).toMatchObject([{ trouble: { is }, spot: { file: "project.qde" } }]);
  });

  test("a text that did not come along is set aside", async () => {
    const { found } = await readAll(refiQdaReader, [sentFile(qde(inText("")), "project.qde")]);
    expect(asidesIn(found)).toMatchObject([{ trouble: { is: "no-text" } }]);
  });

  test.each([
    { when: "there are entities", xml: `<!DOCTYPE x [<!ENTITY a "b">]>${qde("").slice(39)}`, why: "not-this-format" },
    { when: "it is cut off", xml: qde(inText("")).slice(0, -20), why: "cut-off" },
    { when: "it is no XML", xml: "{}", why: "not-this-format" },
    { when: "it is another XML", xml: "<a><b><c/></b></a>", why: "not-this-format" },
  ])("broken: $when", async ({ xml, why }) => {
    expect((await readQde(xml)).broken?.why).toBe(why);
  });
});
