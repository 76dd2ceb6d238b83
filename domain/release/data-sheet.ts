import { safeColumn } from "@/domain/formats/csv/cells";
import type { ReleasedAgreement, ReleaseManifest } from "@/domain/release/manifest";
import { toldTables } from "@/domain/release/table-columns";

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
/** Words that somebody wrote stand in a page of ours: no heading, list or HTML begins in them. */
const plain = (text: string) => text.replaceAll(/([\\`*_{}[\]<>#|])/g, "\\$1");

type Sheet = Omit<ReleaseManifest, "files" | "format" | "formatVersion"> & {
  files: readonly string[];
  languages: readonly string[];
};

/** The data sheet (`README.md`): what this is, how it came about, what is not in it, and what stands in every column. */
export function dataSheetOf(sheet: Sheet): string {
  const { project, number, title, releasedAt, generator, licence, creators, citation, note } = sheet;
  const here = new Set(sheet.files);
  return [
    `# ${plain(title)}`,
    "",
    `Release ${number} of ${plain(project.name)}, ${releasedAt.slice(0, 10)}. Made by ${generator}.`,
    "",
    ...(note === "" ? [] : [plain(note), ""]),
    "## Use",
    "",
    `- Licence: ${plain(licence)}`,
    `- By: ${creators.map(plain).join("; ")}`,
    `- Cite: ${plain(citation)}`,
    "",
    "## What is in it",
    "",
    ...filtersIn(sheet),
    "",
    "| | |",
    "| --- | ---: |",
    ...Object.entries(sheet.counts).map(([name, count]) => `| ${inWords(name)} | ${count} |`),
    "",
    "## How it came about",
    "",
    `- Reports were tagged by people, after the guidelines in \`guidelines.md\` and version ${sheet.codebookVersion} of the codebook in \`codebook.json\`.`,
    "- Nothing that was only suggested is in it.",
    ...agreementIn(sheet.agreement),
    "",
    "## What is not in it",
    "",
    ...lossesIn(sheet),
    "- A place or day without a row is not a place or day without an event.",
    ...(here.has("coverage.csv") ? ["- `coverage.csv` says which outlets were read, and from when to when."] : []),
    ...(here.has("events.csv")
      ? [
          "- A row of `events.csv` rests on all claims of the event, also on those in reports that this release leaves out.",
        ]
      : []),
    ...since(sheet),
    "",
    "## Reading it",
    "",
    `- Offsets are Unicode code points of the report’s text, from 0, end exclusive (${sheet.offsetUnit}).`,
    "- Tables are RFC 4180: commas, double quotes, CRLF, UTF-8 with a byte order mark. Times are ISO 8601 in UTC.",
    "- A blank cell means that the value is not given: blank is not zero and not false.",
    `- Where a spreadsheet would run a text as a formula, an apostrophe stands before it and \`${safeColumn}\` names the column.`,
    "- `dataset.jsonl` is everything: texts, versions, decisions, entities. Glossator imports it.",
    "- `manifest.json` has the SHA-256 of every file: `npm run -s glossator -- release verify FOLDER` compares them.",
    `- ${sheet.attribution}`,
    "",
    ...toldTables
      .filter(({ file }) => here.has(file))
      .flatMap(({ file, row, columns }) => [
        `## ${file}`,
        "",
        row,
        "",
        "| column | type | meaning |",
        "| --- | --- | --- |",
        ...columns.map(({ name, type, means }) => `| \`${name}\` | ${type} | ${cell(means)} |`),
        "",
      ]),
  ].join("\n");
}

const inWords = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const dateWords = {
  event: "Claims that happened",
  publication: "Reports published",
  decision: "Tags decided on",
} as const;

function filtersIn({ asked, languages }: Sheet): string[] {
  const { states, kinds, people, date, languages: wanted, reports, layers, split } = asked;
  return [
    `- Tags that are ${states.join(" or ")}; ${kinds === null ? "every kind" : kinds.map(plain).join(", ")}.`,
    ...(layers === "analysts"
      ? ["- Each analyst’s own layer is in a folder of `analysts/`, in whatever state its tags are."]
      : []),
    ...(date ? [`- ${dateWords[date.which]} ${rangeOf(date)}.`] : []),
    ...(wanted ? [`- Reports in ${wanted.join(", ")}.`] : [`- Languages of the project: ${languages.join(", ")}.`]),
    ...(reports ? [`- ${reports.length} reports that were chosen one by one.`] : []),
    ...(people ? [`- Tags of ${people.length} people who were chosen.`] : []),
    ...(split
      ? [
          "- `splits.csv` says which part each report is in. Reports of one event, and copies of each other, are never parted.",
        ]
      : []),
  ];
}

const rangeOf = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(" ");

function agreementIn({ figures, basis, mode, why }: ReleasedAgreement): string[] {
  if (figures.length === 0) return [`- Agreement: ${why ?? "no figure."}`];
  const on =
    mode === "shared" ? `${basis} decisions of reviewers` : `${basis} reports that several people tagged blind`;
  const rounded = (value: number | null) => (value === null ? "–" : value.toFixed(3));
  return [
    `- Agreement, on ${on}:`,
    ...figures.map(({ name, value, low, high }) => {
      const range = low === null || high === null ? "" : ` (95 %: ${rounded(low)} to ${rounded(high)})`;
      return `  - ${plain(name)}: ${rounded(value)}${range}`;
    }),
  ];
}

function lossesIn({ losses }: Sheet): string[] {
  return losses.map(({ what, count, how }) => `- ${inWords(what.replaceAll("-", " "))}: ${count ?? "some"} ${how}`);
}

function since({ since: before }: Sheet): string[] {
  if (!before) return [];
  const { number, added, changed, withdrawn } = before;
  return [
    `- Since release ${number}: ${added} rows added, ${changed} changed, ${withdrawn} withdrawn. \`withdrawn.csv\` names those that are there no more, and why.`,
  ];
}
