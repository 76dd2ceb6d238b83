import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lossLedger } from "@/domain/formats/loss";
import { again, bare, documentsOf, readBy, sent, troublesOf } from "@/domain/formats/round-trip.fixture";
import { shownPart } from "@/domain/formats/shared/shown.fixture";
import { escapedText, escapedValue, plainText, plainValue } from "@/domain/formats/webanno/escape";
import { webannoReader } from "@/domain/formats/webanno/read";
import { webanno } from "@/domain/formats/webanno/webanno";
import { tsvOf } from "@/domain/formats/webanno/write";
import type { AnnotatedDocument } from "@/domain/interchange/document";
import { aDocument } from "@/domain/interchange/documents.fixture";
import { codePoint } from "@/domain/text/offsets";

const read = (tsv: string) => readBy(webannoReader, [sent("a.tsv", tsv)]);
const written = (document: AnnotatedDocument) => [...tsvOf(document, lossLedger())].join("");

/** White space before the first word comes back as blanks; a text without words does not come back. */
const textOf = (text: string) => {
  const first = text.search(/\S/u);
  return first < 0 ? "" : text.slice(0, first).replace(/./gs, " ") + text.slice(first);
};

function carried(document: AnnotatedDocument) {
  const { text, spans, links } = bare(document);
  const kept = spans.flatMap((span) => {
    const segments = span.segments.flatMap((segment) => shownPart(text, segment));
    return segments.length > 0 ? [{ ...span, segments }] : [];
  });
  const ids = new Set(kept.map(({ id }) => id));
  const both = links.filter(({ from, to }) => ids.has(from) && "span" in to && ids.has(to.span));
  return { text: textOf(text), spans: byId(kept), links: byId(both.map(({ cue: _, ...link }) => link)) };
}

const byId = <T extends { id: string }>(all: readonly T[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe("WebAnno TSV", () => {
  test("what it carries comes back equal", async () => {
    await fc.assert(
      fc.asyncProperty(aDocument, async (document) => {
        const { documents, troubles } = await again(webanno, [document]);
        expect(troubles).toEqual([]);
        const [found] = documents.map(bare);
        expect(found && { ...found, spans: byId(found.spans), links: byId(found.links) }).toEqual(carried(document));
      }),
    );
  });

  test("every value and every line of a text comes back from its escaped form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
        expect(plainValue(escapedValue(text))).toBe(text);
        expect(plainText(escapedText(text))).toBe(text);
        expect(escapedText(text)).not.toMatch(/[\t\n\r]/);
      }),
    );
  });

  test.each([
    ["a|b", "a\\|b"],
    ["c->d", "c\\->d"],
    ["\\_*;[1]", "\\\\\\_\\*\\;\\[1\\]"],
    ["100 %", "100 %"],
    ["tab\tline\n", "tab\\tline\\n"],
  ])("escapes %j as %s", (value, said) => expect(escapedValue(value)).toBe(said));

  test("counts UTF-16, numbers only what is stacked or goes over several tokens, and marks parts of tokens", () => {
    const text = "A 😀 Hama. Near Homs";
    const span = (id: string, start: number, end: number) => ({
      id,
      label: "place",
      segments: [{ start: codePoint(start), end: codePoint(end) }],
      attributes: {},
      made: {},
    });
    const spans = [span("a", 4, 8), span("b", 4, 6), span("c", 10, 19), span("d", 15, 19)];
    const link = { id: "r", label: "near", from: "c", to: { span: "a" }, attributes: { note: "" }, made: {} };
    const rows = written({ key: "k", title: "t", text, metadata: {}, spans, links: [link], notes: [] }).split("\n");
    expect(rows.slice(0, 3)).toEqual([
      "#FORMAT=WebAnno TSV 3.3",
      "#T_SP=webanno.custom.Tag|label|identifier|entity|attributes",
      "#T_RL=webanno.custom.TagLink|label|identifier|attributes|BT_webanno.custom.Tag",
    ]);
    expect(rows.slice(3)).toEqual([
      "",
      "",
      "#Text=A 😀 Hama. ",
      "1-1\t0-1\tA\t_\t_\t_\t_\t_\t_\t_\t_\t",
      "1-2\t2-4\t😀\t_\t_\t_\t_\t_\t_\t_\t_\t",
      '1-3\t5-9\tHama\tplace\ta\t*\t*\tnear\tr\t{"note":""}\t2-1[1_0]\t',
      "1-3.1\t5-7\tHa\tplace\tb\t*\t*\t_\t_\t_\t_\t",
      "1-4\t9-10\t.\t_\t_\t_\t_\t_\t_\t_\t_\t",
      "",
      "#Text=Near Homs",
      "2-1\t11-15\tNear\tplace[1]\tc[1]\t*[1]\t*[1]\t_\t_\t_\t_\t",
      "2-2\t16-20\tHoms\tplace[1]|place[2]\tc[1]|d[2]\t*[1]|*[2]\t*[1]|*[2]\t_\t_\t_\t_\t",
      "",
    ]);
  });

  test("reads null, empty, stacked, chains and slots, and keeps layers that it does not know", async () => {
    const found = await read(
      [
        "#FORMAT=WebAnno TSV 3.3",
        "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value",
        "#T_SP=webanno.custom.Frame|FE|ROLE_webanno.custom.Frame:Roles_webanno.custom.FrameRolesLink|webanno.custom.Lu",
        "#T_SP=webanno.custom.Lu|",
        "#T_CH=webanno.custom.CorefLink|referenceType|referenceRelation",
        "",
        "",
        "#Text=Bob\\tsold",
        "#Text=it",
        "1-1\t0-3\tBob\t*[1]|[2]\tPER[1]|ORG[2]\t_\t_\t_\t*\tpr[1]\tcoref->1-1\t",
        "1-2\t4-8\tsold\t_\t_\tsale\tseller;goods\t1-1;1-3\t_\t_\t_\t",
        "1-3\t9-11\tit\t_\t_\t_\t_\t_\t*\tpr[1]\t*->1-2\t",
      ].join("\r\n"),
    );
    expect(troublesOf(found)).toEqual([]);
    const [document] = documentsOf(found);
    expect(document?.text).toBe("Bob\tsold\nit");
    const layers = found.flatMap((one) => (one.is === "unread" ? [[one.unread.what, one.unread.example]] : []));
    expect(layers).toHaveLength(4);
    expect(document?.spans.map(({ label, attributes }) => [label, attributes["identifier"]])).toEqual([
      ["PER", null],
      ["ORG", ""],
      ["Lu", undefined],
      ["CorefLink", undefined],
      ["Frame", undefined],
      ["Lu", undefined],
      ["CorefLink", undefined],
    ]);
    expect(document?.links.map(({ label }) => label)).toEqual(["seller", "goods", "coref"]);
  });

  test.each<[string, string, object]>([
    ["offsets in code points, naming them", "1-1\t2-6\tHama\tx\t", { is: "offsets", trouble: { fits: "code point" } }],
    ["words that differ", "1-1\t3-7\tHoms\tx\t", { is: "offsets", trouble: { is: "quote-differs", found: "Hama" } }],
    ["a row that is too short", "1-1\t3-7", { is: "syntax" }],
    ["an end beyond the text", "1-1\t3-70\tHama\tx\t", { is: "offsets", trouble: { is: "outside" } }],
  ])("sets aside %s", async (_, row, trouble) => {
    const head = "#FORMAT=WebAnno TSV 3.3\n#T_SP=a.B|value\n\n\n#Text=😀 Hama";
    const found = await read(
      `${head}\n${row.replace("1-1", "1-2")}\n`.replace("#Text=😀 Hama\n", "#Text=😀 Hama\n1-1\t0-2\t😀\t_\t\n"),
    );
    expect(troublesOf(found)).toMatchObject([{ ...trouble, line: 7 }]);
  });

  test("another format is refused", async () => {
    await expect(read("a\tb")).rejects.toMatchObject({ why: "not-this-format", spot: { file: "a.tsv", line: 1 } });
  });
});

const news = join(import.meta.dirname, "..", "..", "..", "..", "shared", "data", "gum-news");

describe.skipIf(!existsSync(news))("twelve real files", () => {
  test.each(existsSync(news) ? readdirSync(news) : [])(
    "%s: nothing is lost on the way in, and it leaves as a file that reads back equal",
    async (name) => {
      const tsv = readFileSync(join(news, name), "utf8");
      const found = await readBy(webannoReader, [sent(name, tsv)]);
      expect(troublesOf(found)).toEqual([]);
      const [document] = documentsOf(found);
      if (!document) throw new Error("No document.");
      const rows = tsv.split("\n").filter((line) => /^\d+-\d+(?:\.\d+)?\t/.test(line));
      const cells = rows.map((row) => row.split("\t"));
      const entities = new Set(
        cells.flatMap((row) =>
          (row[3] ?? "").split("|").map((each) => /\[(\d+)\]$/.exec(each)?.[1] ?? `${row[0]} ${each}`),
        ),
      );
      const marked = [...entities].filter((each) => !each.endsWith(" _"));
      const links = cells.flatMap((row) => (row[9] === "_" ? [] : (row[9] ?? "").split("|")));
      expect(document.spans).toHaveLength(marked.length);
      expect(document.links).toHaveLength(links.length);
      expect(document.spans.length).toBeGreaterThan(20);
      for (const [unit, offsets, words] of cells) {
        const [start = 0, end = 0] = (offsets ?? "").split("-").map(Number);
        expect(document.text.slice(start, end), unit).toBe(words);
      }
      const [back] = documentsOf(await read(written(document)));
      expect(back?.text).toBe(document.text);
      expect(back && bare(back).spans).toEqual(bare(document).spans);
      const sorted = (all: readonly { id: string }[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(back && sorted(bare(back).links)).toEqual(sorted(bare(document).links));
    },
  );
});
