import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { threadsOf } from "@/domain/document/comments";
import { documentEndings } from "@/domain/document/endings";
import { layDown } from "@/domain/document/lay-down";
import type { TextRange } from "@/domain/document/range";
import { codePoint, sliceCodePoints } from "@/domain/text/offsets";
import { everythingIn } from "../each-file";
import { UploadFields } from "../upload";
import { type Extracted, Unreadable } from "./extracted";
import { documentType, documentTypes } from "./registry";
import { closeDocuments } from "./thread/ask";

afterAll(closeDocuments);

/** Small files of every type; what should come of each stands beside it, with `.expected` after its name. */
const folder = join(import.meta.dirname, "samples");
const samples = readdirSync(folder).filter((name) => !name.endsWith(".expected"));

test.each(samples)("%s is read as it should be", async (name) => {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const type = documentType(name);
  if (!type) {
    await expect(await reportsIn(name, bytes)).toMatchFileSnapshot(join(folder, `${name}.expected`));
    return;
  }
  const { extract } = await type.load();
  const said = await Promise.resolve()
    .then(() => extract(bytes, { name, take: "article", comments: "threads", encoding: undefined }))
    .catch((error: unknown) => {
      if (error instanceof Unreadable) return error.message;
      throw error;
    });
  const told = typeof said === "string" ? `Refused: ${said}\n` : said && outline(said);
  await expect(told).toMatchFileSnapshot(join(folder, `${basename(name)}.expected`));
});

test("what a browser offers for import is what is read", () => {
  expect(documentTypes.flatMap(({ endings }) => endings).toSorted()).toEqual(documentEndings.toSorted());
});

/** What comes of a text, a table or an archive: each report with its text, and what is not taken. */
async function reportsIn(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const lines: string[] = [];
  for await (const each of everythingIn({ files: [new File([bytes], name)], fields: UploadFields.parse({}) })) {
    if ("reason" in each) lines.push(`${each.name}: ${each.reason}`);
    if (!("put" in each)) continue;
    const { text, title, mediaType, ...about } = each.put;
    const said = Object.entries(about).map(([field, value]) => `${field} = ${value}`);
    const others = each.reading?.alternatives.map(({ label }) => label) ?? [];
    lines.push(
      `${each.name}: ${title}`,
      text.replaceAll("\n", "⏎").replaceAll("\t", "⇥"),
      [...said, `${mediaType} in ${each.encoding}`, each.reading?.basis, others.length > 0 && `or ${others.join(", ")}`]
        .filter(Boolean)
        .join("; "),
      "",
    );
  }
  return `${lines.join("\n")}\n`;
}

/** A document as lines: its blocks, what is marked, what it says of itself, what its reader says of it. */
function outline({ pieces, warnings, found, encoding, attachments = [], comments = [] }: Extracted): string {
  const { text, runs, ranges, commented } = layDown(pieces);
  const blocks = runs.map(({ from, to, shape }) => {
    const about = Object.values(shape.attributes).join(" ");
    return `${[shape.type, about].filter(Boolean).join(" ")}: ${text.slice(from, to).replaceAll("\n", "⏎").replaceAll("\t", "⇥")}`;
  });
  const lines = [
    ...blocks,
    "",
    ...ranges.map((range) => marked(range, text)),
    "",
    ...found.map(({ field, value, from }) => `${field} = ${value} (${from})`),
    ...warnings.map(({ kind, count, where }) => `! ${kind} ${count}${where ? ` (${where})` : ""}`),
    ...threadsOf(comments, commented, 10_000).flatMap(({ range, resolved, comments: said }) => [
      `# ${range ? `[${range.start}-${range.end}] ${cut(text, range)}` : "report"}${resolved ? " (resolved)" : ""}`,
      ...said.map((body) => `  ${body.replaceAll("\n", "⏎")}`),
    ]),
    ...attachments.map(({ name, bytes }) => `+ ${name}, ${bytes.byteLength} bytes`),
    ...(encoding ? [`in ${encoding}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function marked({ start, end, ...mark }: TextRange, text: string): string {
  const about = Object.values(mark).map((value) => `${value}`.replaceAll("\n", "⏎"));
  return `${about.join(" ")} [${start}-${end}] ${cut(text, { start, end })}`;
}

function cut(text: string, { start, end }: { start: number; end: number }): string {
  const words = sliceCodePoints(text, codePoint(start), codePoint(end)).replaceAll("\n", "⏎");
  return words.length > 60 ? `${words.slice(0, 28)}…${words.slice(-28)}` : words;
}
