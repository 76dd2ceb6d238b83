import { strToU8, zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { closeDocuments } from "./documents/thread/ask";
import { everythingIn } from "./each-file";
import { UploadFields } from "./upload";

afterAll(closeDocuments);

/** What comes of files, in a line each: the name with the title and the text, or why not. */
async function told(
  files: Record<string, string | Uint8Array>,
  fields: Record<string, string> = {},
): Promise<string[]> {
  const sent = Object.entries(files).map(([name, body]) => new File([new Uint8Array(Buffer.from(body))], name));
  const lines: string[] = [];
  for await (const each of everythingIn({ files: sent, fields: UploadFields.parse(fields) })) {
    if ("put" in each) {
      const { title, text, published, outlet } = each.put;
      lines.push([each.name, title, text.replaceAll("\n", "⏎"), published, outlet].filter(Boolean).join(" | "));
    } else lines.push(`${each.name}: ${"reason" in each ? each.reason : "unsure"}`);
  }
  return lines;
}

const cell = (value: string, more = "") => `<c t="inlineStr" ${more}><is><t>${value}</t></is></c>`;
const workbook = zipSync({
  "xl/workbook.xml": strToU8(
    '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>',
  ),
  "xl/_rels/workbook.xml.rels": strToU8(
    '<Relationships><Relationship Id="a" Target="worksheets/one.xml"/></Relationships>',
  ),
  "xl/styles.xml": strToU8(
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  ),
  "xl/sharedStrings.xml": strToU8("<sst><si><r><t>Head</t></r><r><t>line</t></r><rPh><t>x</t></rPh></si></sst>"),
  "xl/worksheets/one.xml": strToU8(
    `<worksheet><sheetData><row r="1"><c t="s"><v>0</v></c>${cell("Body")}${cell("Date")}</row><row r="3">${cell("A bridge fell")}${cell("It fell.")}<c r="C3" s="1"><v>42919</v></c></row></sheetData></worksheet>`,
  ),
});

test.each<{
  what: string;
  files: Record<string, string | Uint8Array>;
  fields?: Record<string, string>;
  gives: string[];
}>([
  {
    what: "a table has a report in each row, its columns known by their usual names",
    files: {
      "a.csv":
        'Headline;Source;Date;Text\r\n"A ""bridge""";Wire;2017-07-03;"One.\n\nTwo."\r\n\r\nB;;soon;\r\nC;Wire;;Three.\r\n',
    },
    gives: [
      'a.csv, line 2 | A "bridge" | One.⏎⏎Two. | 2017-07-03 | Wire',
      "a.csv, line 6: There is no text in this row.",
      "a.csv, line 7 | C | Three. | Wire",
    ],
  },
  {
    what: "columns can be named",
    files: { "a.csv": "Notiz,Kopf\nIt fell.,Bridge\n" },
    fields: { columns: '{"text":"notiz","title":"Kopf"}' },
    gives: ["a.csv, line 2 | Bridge | It fell."],
  },
  {
    what: "a table of which no column is known says which it has",
    files: { "a.csv": "Notiz,Kopf\nIt fell.,Bridge\n" },
    gives: ["a.csv: No column is known to hold the texts. Say which of these does: “Notiz”, “Kopf”."],
  },
  {
    what: "a column that was named and isn't there is told",
    files: { "a.csv": "Text\nIt fell.\n" },
    fields: { columns: '{"title":"Kopf"}' },
    gives: ["a.csv: There is no column “Kopf”. The columns are “Text”."],
  },
  {
    what: "a quotation mark that nothing closes is told with its line; what stood before it is kept",
    files: { "a.csv": 'text,title\nOne.,A\n"Two,B\n' },
    gives: [
      "a.csv, line 2 | A | One.",
      "a.csv: Line 3: a quotation mark is opened and never closed. Correct it and import again.",
    ],
  },
  {
    what: "objects of JSON line by line",
    files: { "a.jsonl": '{"title":"A","body":"One.","n":1}\n\n{"body":"Two.","published":"2017-07-03T10:00:00Z"}\n' },
    gives: ["a.jsonl, line 1 | A | One.", "a.jsonl, line 3 | Two. | Two. | 2017-07-03T10:00:00Z"],
  },
  {
    what: "a line that is no JSON",
    files: { "a.jsonl": '{"body":"One."}\n{"body":\n' },
    gives: ["a.jsonl: Line 2 is not JSON. Every line has to be one object."],
  },
  {
    what: "a workbook",
    files: { "a.xlsx": workbook },
    gives: ["a.xlsx, line 3 | A bridge fell | It fell. | 2017-07-03"],
  },
  {
    what: "an archive: its files, without what programs put there",
    files: {
      "all.zip": zipSync({
        "reports/one.txt": strToU8("One."),
        "__MACOSX/._one.txt": strToU8("x"),
        "page.html": strToU8("<p>Two."),
        "inner.zip": zipSync({ "x.txt": strToU8("x") }),
        "photo.png": strToU8("x"),
      }),
    },
    gives: [
      "all.zip › reports/one.txt | One. | One.",
      "all.zip › page.html | Two. | Two.",
      "all.zip › inner.zip: An archive inside another one isn’t opened. Unpack it and import its files.",
      expect.stringMatching(/^all\.zip › photo\.png: Files like \.txt, .* are imported\.$/),
    ],
  },
  {
    what: "an archive that leads out of itself brings nothing",
    files: { "all.zip": zipSync({ "a.txt": strToU8("One."), "../b.txt": strToU8("Two.") }) },
    gives: ["all.zip: The archive names a file outside itself (“../b.txt”). It isn’t opened."],
  },
])("$what", async ({ files, fields, gives }) => {
  expect(await told(files, fields)).toEqual(gives);
});

const mail = (inner: string) => `Subject: A mail
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain

See the file.
--b
Content-Type: application/octet-stream
Content-Disposition: attachment; filename="notes.txt"

${inner}
--b--
`;

test("files attached to a mail are reports of their own if that is wanted", async () => {
  const files = { "a.eml": mail("Notes.") };
  expect(await told(files)).toEqual(["a.eml | A mail | See the file."]);
  expect(await told(files, { attachments: "import" })).toEqual([
    "a.eml | A mail | See the file.",
    "a.eml › notes.txt | Notes. | Notes.⏎",
  ]);
});

/** “Café fermé” and a letter more: too little to tell Western from Central European by. */
const short = Buffer.from("caf\xe9", "latin1");

test.each(["a.html", "a.srt", "a.csv", "a.txt"])(
  "the encoding of %s is asked for where it is a guess",
  async (name) => {
    const body = Buffer.concat([
      Buffer.from(
        name.endsWith("csv") ? "text\n" : name.endsWith("srt") ? "1\n00:00:01,000 --> 00:00:02,000\n" : "",
        "latin1",
      ),
      short,
    ]);
    expect(await told({ [name]: body }, { unsure: "ask" })).toEqual([`${name}: unsure`]);
    const [line] = await told({ [name]: body }, { unsure: "ask", encoding: "windows-1252" });
    expect(line).toContain("café");
  },
);

test("each thing of an upload keeps its id when the upload is sent again", async () => {
  const opId = "0190a000-0000-7000-8000-000000000001";
  const ids = async () => {
    const file = new File(["text\nOne.\nTwo.\n"], "a.csv");
    const found: unknown[] = [];
    for await (const each of everythingIn({ files: [file], fields: UploadFields.parse({ opId }) })) {
      found.push("put" in each && each.put.opId);
    }
    return found;
  };
  const first = await ids();
  expect(new Set(first).size).toBe(2);
  expect(await ids()).toEqual(first);
});
