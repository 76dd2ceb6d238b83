import { expect, test } from "vitest";
import { linesIn } from "@/domain/gazetteer/file-lines";
import { codesHeaderOf, readCodeTable } from "@/server/gazetteer/read-area-codes";

async function read(text: string) {
  async function* pieces() {
    yield new TextEncoder().encode(text);
  }
  const header = await codesHeaderOf(linesIn(pieces()));
  if (!header) return undefined;
  const { table, broken } = await readCodeTable(header, linesIn(pieces()), async () => undefined);
  return { areas: table.areas.sure.map(({ line, code, names }) => [line, code, ...names]), broken };
}

const hama = [[2, "SY05", "Hama"]];
test.each([
  ["a byte order mark and CRLF", "\uFEFFADM1_EN,ADM1_PCODE\r\nHama,SY05\r\n", hama],
  [
    "quoted cells and commas in them",
    'ADM1_EN,ADM1_PCODE\n"Hama, ""the"" city",SY05',
    [[2, "SY05", 'Hama, "the" city']],
  ],
  ["tabs", "ADM1_PCODE\tADM1_EN\nSY05\tHama\n", hama],
  ["semicolons", "ADM1_PCODE;ADM1_EN\nSY05;Hama\n", hama],
  ["empty lines, which are counted", "\nADM1_PCODE,ADM1_EN\n\nSY05,Hama\n", [[4, "SY05", "Hama"]]],
])("a table with %s is read", async (_, text, areas) => {
  expect(await read(text)).toEqual({ areas, broken: [] });
});

test("a quotation mark that nothing closes breaks its own line alone", async () => {
  expect(await read('ADM1_EN,ADM1_PCODE\n"Homs,SY04\nHama,SY05\n')).toEqual({
    areas: [[3, "SY05", "Hama"]],
    broken: [{ line: 2, reason: "A quotation mark is opened and not closed on this line." }],
  });
});

test.each([
  ["a line of GeoNames", "1\t2\tde\tHama"],
  ["a table without P-codes of the first level", "ADM1_EN,ADM2_PCODE\nHama,SY0501"],
  ["nothing", ""],
])("%s is no table of P-codes", async (_, text) => {
  expect(await read(text)).toBeUndefined();
});
