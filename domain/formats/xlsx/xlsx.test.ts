import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { filesOf, sent } from "@/domain/formats/round-trip.fixture";
import { aDataset, sampleCounts } from "@/domain/formats/sample.fixture";
import { rowsOfXlsx, type SheetRow } from "@/domain/formats/xlsx/read";
import { workbookAt } from "@/domain/formats/xlsx/workbook";
import { fittingParts, xlsx } from "@/domain/formats/xlsx/xlsx";
import { BrokenFile, type SentFile } from "@/domain/interchange/reader";

async function rowsIn(file: SentFile | undefined): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  if (file) for await (const row of rowsOfXlsx(file)) rows.push(row);
  return rows;
}

const written = async (options = {}) => {
  const [file] = xlsx.files;
  return file ? (await filesOf(file, aDataset(), options)).files[0] : undefined;
};
const book = (write: (book: ReturnType<typeof workbookAt>) => void): SentFile => {
  const all = workbookAt("2026-11-30T10:00:00Z");
  write(all);
  all.end();
  return sent("a.xlsx", new Uint8Array(Buffer.concat(all.take())));
};

describe("a workbook", () => {
  test("has a sheet for each table, with the rows that are announced", async () => {
    const rows = await rowsIn(await written({ comments: true }));
    const sheets = [...new Set(rows.map(({ sheet }) => sheet))];
    expect(sheets).toEqual(
      "reports claims places sources links entities annotations values comments columns about".split(" "),
    );
    const of = (name: string) => rows.filter(({ sheet }) => sheet === name).length - 1;
    expect([of("claims"), of("annotations"), of("comments")]).toEqual([1, 4, 1]);
    const announced = xlsx.files[0]?.rows(sampleCounts, aDataset().header.filters);
    expect(sheets.slice(0, -2).reduce((sum, name) => sum + of(name), 0)).toBe(announced);
    expect(await rowsIn(await written()).then((all) => all.some(({ sheet }) => sheet === "comments"))).toBe(false);
  });

  test("keeps numbers, days and times what they are, and runs nothing", async () => {
    const rows = await rowsIn(await written());
    const [head, first] = rows.filter(({ sheet }) => sheet === "claims");
    const cell = (name: string) => first?.cells[head?.cells.indexOf(name) ?? -1];
    expect(["start", "latitude", "created_at", "event_from"].map(cell)).toEqual([
      2,
      34.9,
      "2026-06-02T10:00:00",
      undefined,
    ]);
    const sources = rows.filter(({ sheet }) => sheet === "sources");
    expect(sources[1]?.cells).toContain("=local sources");
  });

  test("gives every text back, whatever is in it", async () => {
    const letters = fc.constantFrom(
      "a",
      "😀",
      "ق\u064e",
      "\n",
      "\r\n",
      "\t",
      " ",
      "<&>\"'",
      "\u0001",
      "_x0041_",
      "_",
      "\uffff",
      "=1+1",
      "]]>",
    );
    const texts = fc.array(
      fc.array(letters, { minLength: 1, maxLength: 8 }).map((all) => all.join("")),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (cells) => {
        const file = book((all) => {
          all.begin(
            "x",
            cells.map((_, nth) => ({ name: `c${nth}`, type: "text" as const })),
          );
          all.add(cells);
        });
        const [, row] = await rowsIn(file);
        expect(row?.cells ?? []).toEqual(cells);
      }),
    );
  });

  test("cuts no long text without saying so, and has all of it", async () => {
    const long = "قَالَ😀".repeat(20_000);
    const dataset = aDataset();
    const header = { ...dataset.header, entities: dataset.header.entities.map((each) => ({ ...each, note: long })) };
    const [file] = xlsx.files;
    if (!file) throw new Error("No file.");
    const { files, losses } = await filesOf(file, { ...dataset, header });
    const rows = await rowsIn(files[0]);
    const [entity] = rows.filter(({ sheet }) => sheet === "entities").slice(1);
    expect(entity?.cells.filter((cell) => String(cell).endsWith("[goes on in the sheet “long texts”]"))).toHaveLength(
      1,
    );
    const parts = rows.filter(({ sheet, row }) => sheet === "long texts" && row > 1);
    expect(parts.map(({ cells }) => cells[4]).join("")).toBe(long);
    expect(parts.map(({ cells }) => cells.slice(0, 4))).toEqual(
      parts.map((_, nth) => ["entities", 2, "note", nth + 1]),
    );
    expect(losses).toMatchObject([{ what: "long-cells", how: "split", count: 1 }]);
    for (const { cells } of rows) for (const cell of cells) expect(String(cell).length).toBeLessThanOrEqual(32_767);
  });

  test.each([
    { text: "e\u0301e\u0301e\u0301", most: 3, parts: ["e\u0301", "e\u0301", "e\u0301"] },
    { text: "abcd", most: 2, parts: ["ab", "cd"] },
    { text: "", most: 2, parts: [""] },
  ])("$text in parts of $most", ({ text, most, parts }) => {
    expect([...fittingParts(text, most)]).toEqual(parts);
  });
});

describe("what other programs write", () => {
  const workbook = (sheet: string, more: Record<string, string> = {}) => {
    const parts: Record<string, string> = {
      "xl/workbook.xml":
        '<workbook xmlns:r="r"><workbookPr date1904="0"/><sheets><sheet name="One" r:id="a"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="a" Target="/xl/worksheets/s.xml"/></Relationships>',
      "xl/sharedStrings.xml":
        "<sst><si><t>shared</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si></sst>",
      "xl/styles.xml":
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="&quot;day&quot; 0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
      "xl/worksheets/s.xml": `<x:worksheet xmlns:x="m"><x:sheetData>${sheet}</x:sheetData></x:worksheet>`,
      ...more,
    };
    const bytes = Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)]),
    );
    return sent("a.xlsx", zipSync(bytes));
  };

  test("shared and rich texts, dates by their style, gaps and rows without names are read", async () => {
    const sheet =
      '<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c r="C1" t="s"><x:v>1</x:v></x:c></x:row>' +
      '<x:row r="9"><x:c r="A9" s="1"><x:v>45352</x:v></x:c><x:c r="B9" s="1"><x:v>45352.5</x:v></x:c><x:c r="C9" s="2"><x:v>1.5</x:v></x:c><x:c r="D9" t="b"><x:v>1</x:v></x:c><x:c r="E9" t="e"><x:v>#N/A</x:v></x:c><x:c r="F9"><x:f>1+1</x:f></x:c></x:row>';
    expect(await rowsIn(workbook(sheet))).toEqual([
      { sheet: "One", row: 1, cells: ["shared", undefined, "rich"] },
      { sheet: "One", row: 9, cells: ["2024-03-01", "2024-03-01T12:00:00", 1.5, true, "#N/A", undefined] },
    ]);
  });

  test.each([
    { when: "it is no zip", file: sent("a.xlsx", "PK no zip at all") },
    {
      when: "it names an entity",
      file: workbook("", { "xl/worksheets/s.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }),
    },
    { when: "its XML is broken", file: workbook("<x:row>") },
  ])("a file is broken when $when", async ({ file }) => {
    await expect(rowsIn(file)).rejects.toThrow(BrokenFile);
  });

  test("nothing but BrokenFile is thrown, wherever a file ends or changes", async () => {
    const whole = await written();
    const bytes: Uint8Array[] = [];
    for await (const each of whole?.bytes() ?? []) bytes.push(each);
    const all = new Uint8Array(Buffer.concat(bytes));
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: all.length }),
        fc.uint8Array({ maxLength: 8 }),
        fc.boolean(),
        async (at, by, cut) => {
          const now = cut
            ? all.slice(0, at)
            : Uint8Array.from([...all.slice(0, at), ...by, ...all.slice(at + by.length)]);
          await rowsIn(sent("a.xlsx", now)).catch((error: unknown) => {
            if (!(error instanceof BrokenFile)) throw error;
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});
