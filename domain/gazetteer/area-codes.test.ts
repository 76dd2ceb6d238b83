import { describe, expect, test } from "vitest";
import { CodeTable, codeColumnsIn, type KnownArea, matchAreas } from "./area-codes";

const usual = "ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_PCODE";

/** Reads a header and lines without quotation marks, of which the first has the number 2. */
function read(header: string, ...lines: string[]) {
  const columns = codeColumnsIn(header.split(","));
  if (!columns) throw new Error("This is no table of P-codes.");
  const table = new CodeTable(columns);
  const broken = lines.map((line, at) => table.take(at + 2, line.split(",")));
  return { table, broken, ...table.areas };
}

describe("columns are told by their header", () => {
  test.each([
    usual,
    usual.toLowerCase(),
    "admin0Pcode,admin1Name_en,admin1Name_ar,admin1Pcode,admin2Name_en,admin2Pcode",
    "iso2,adm1_name,adm1_name1,adm1_pcode,adm2_name,adm2_pcode",
  ])("%s", (header) => {
    expect(read(header, "SY,Hama,حماة,SY05,Masyaf,SY0503").sure).toEqual([
      { line: 2, country: "SY", level: 1, code: "SY05", names: ["Hama", "حماة"], own: false },
      { line: 2, country: "SY", level: 2, code: "SY0503", parent: "SY05", names: ["Masyaf"], own: true },
    ]);
  });

  test.each(["ADM1_EN,ADM1_AR", "ADM2_EN,ADM2_PCODE", "id,name", ""])("%s is no table of P-codes", (header) => {
    expect(codeColumnsIn(header.split(","))).toBeUndefined();
  });

  test("what is no name is taken for none: types, numbers, dates", () => {
    const { sure } = read("ADM1_EN,ADM1_TYPE,ADM1_ID,ADM1_PCODE,validOn", "Hama,Governorate,17,SY05,2020-01-01");
    expect(sure).toMatchObject([{ country: "SY", code: "SY05", names: ["Hama"] }]);
  });
});

test("areas below the second level are counted, and those above them taken once", () => {
  const header = `${usual},ADM3_EN,ADM3_PCODE`;
  const { table, broken, sure } = read(
    header,
    "SY,Hama,,SY05,Masyaf,SY0503,Ain Halaqim,SY050301",
    "SY,Hama,,SY05,Masyaf,SY0503,Jeb Ramleh,SY050302",
  );
  expect(table.deeper).toBe(2);
  expect(broken).toEqual([undefined, undefined]);
  expect(sure.map(({ code }) => code)).toEqual(["SY05", "SY0503"]);
});

test("the line in which HXL says what columns mean is no area", () => {
  const { broken, sure } = read(usual, "#country+code,#adm1+name,,#adm1+code,#adm2+name,#adm2+code");
  expect([broken, sure]).toEqual([[undefined], []]);
});

const masyaf = "SY,Hama,,SY05,Masyaf,SY0503";
test.each([
  ["no P-code", "SY,Hama,,,,", /no P-code of an area/],
  ["too few cells", "SY,Hama", /no P-code of an area/],
  ["no P-code of the first level", "SY,Hama,,,Masyaf,SY0503", /no P-code of the first level, which SY0503 lies in/],
  ["words for a P-code", "SY,Hama,,the first,,", /"the first" is no P-code/],
  ["a code that begins with no country", ",Hama,,05,,", /can't be told which country 05/],
  ["a code of another country", "SY,Hama,,IQ05,,", /IQ05 does not begin with SY/],
  ["a P-code that stands above", masyaf, /SY0503 stands on line 2 already/],
  ["a P-code of an area of another name", "SY,Homs,,SY05,Talkalakh,SY0402", /SY05 is Homs here, and Hama on line 2/],
  ["a P-code that lay elsewhere", "SY,Homs,,SY04,Masyaf,SY0503", /SY0503 lies in SY04 here, and in SY05 on line 2/],
  ["a P-code of another level", "SY,Masyaf,,SY0503,,", /SY0503 is of another level on line 2/],
])("a line with %s is said to be broken", (_, line, reason) => {
  expect(read(usual, masyaf, line).broken).toEqual([undefined, expect.stringMatching(reason)]);
});

test("of a P-code that stands for two things neither is taken", () => {
  const { sure, doubtful } = read(usual, "SY,Hama,,SY05,,", "SY,Homs,,SY05,,");
  expect(sure).toEqual([]);
  expect(doubtful).toEqual([{ line: 2, reason: "SY05 stands on line 3, too, for something else." }]);
});

test("a P-code that begins with another area's than the one it is said to lie in is not taken, wherever that stands", () => {
  const { sure, doubtful } = read(usual, "SY,Hama,,SY05,Talkalakh,SY0402", "SY,Homs,,SY04,,");
  expect(sure.map(({ code }) => code)).toEqual(["SY05", "SY04"]);
  expect(doubtful).toEqual([{ line: 2, reason: "SY0402 is said to lie in SY05, and begins with the P-code of SY04." }]);
});

test("codes of the second level may have a counting of their own", () => {
  expect(read(usual, "IQ,Anbar,,IQG01,Ana,IQD001").doubtful).toEqual([]);
});

const area = (id: string, name: string, more: Partial<KnownArea> = {}): KnownArea => {
  const [, country = "", , second] = /^area:(..)\.(\w+)(?:\.(\w+))?$/.exec(id) ?? [];
  const parent = second === undefined ? {} : { parentId: id.slice(0, id.lastIndexOf(".")) };
  return { id, country, level: second === undefined ? 1 : 2, name, names: [name], ...parent, ...more };
};
const known = [
  area("area:SY.10", "Hama", { names: ["Hama", "حماة"] }),
  area("area:SY.11", "Homs"),
  area("area:SY.10.1", "Masyaf District"),
  area("area:SY.11.1", "Centre District"),
  area("area:SY.10.2", "Centre District"),
  area("area:LB.10", "Hama"),
];

describe("areas are found in the gazetteer", () => {
  const match = (...lines: string[]) => matchAreas(read(usual, ...lines).sure, known);

  test.each([
    ["the same letters", "SY,Hama,,SY05,,", [["area:SY.10", "SY05"]]],
    ["another spelling", "SY,Ḥamāh,,SY05,,", [["area:SY.10", "SY05"]]],
    ["a name in another script", "SY,Orontes,حماة,SY05,,", [["area:SY.10", "SY05"]]],
    ["a name with the kind of area", "SY,Hama Governorate,,SY05,,", [["area:SY.10", "SY05"]]],
    [
      "their names inside the area they lie in",
      "SY,Homs,,SY04,Centre,SY0401",
      [
        ["area:SY.11", "SY04"],
        ["area:SY.11.1", "SY0401"],
      ],
    ],
  ])("by %s", (_, line, is) => {
    const { matched, unmatched } = match(line);
    expect(matched.map(({ id, code }) => [id, code])).toEqual(is);
    expect(unmatched).toEqual([]);
  });

  test.each([
    ["nearly alike", "SY,Hamma City,,SY05,,", /has no area of this name on the first level in SY/],
    ["of a country that the gazetteer lacks", "IQ,Hama,,IQ05,,", /no area of this name on the first level in IQ/],
    ["without a name", "SY,,,SY05,,", /SY05 has no name in this table/],
  ])("and never when they are %s", (_, line, reason) => {
    expect(match(line)).toEqual({ matched: [], unmatched: [{ line: 2, reason: expect.stringMatching(reason) }] });
  });

  test("an area of another province is not found, nor one inside a province that was not found", () => {
    const reasons = match("SY,Homs,,SY04,Masyaf,SY0402", "SY,Atlantis,,SY09,Masyaf,SY0901").unmatched;
    expect(reasons.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      expect.stringMatching(/^3: SY09 \(Atlantis\)/),
      expect.stringMatching(/^2: SY0402 \(Masyaf\): the gazetteer has no area of this name in SY04/),
      expect.stringMatching(/^3: SY0901 lies in SY09, which is no area of the gazetteer/),
    ]);
  });

  test("where two fit, none is taken", () => {
    const { sure } = read(usual, "SY,Hama,,SY05,,");
    const twins = matchAreas(sure, [...known, area("area:SY.12", "Hamah")]);
    expect(twins.matched).toEqual([]);
    expect(twins.unmatched[0]?.reason).toBe("SY05 (Hama): 2 areas fit, Hama and Hamah.");
  });

  test("where two P-codes fit one area, neither is taken", () => {
    const { matched, unmatched } = match("SY,Hama,,SY05,,", "SY,Hamah,,SY06,,");
    expect(matched).toEqual([]);
    expect(unmatched.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "SY05 and SY06 fit Hama alike."],
      [3, "SY06 and SY05 fit Hama alike."],
    ]);
  });
});
