import { answered, queryOf } from "@/cli/api";
import { asJson, type Command, type Option, ofProject } from "@/cli/command";
import { exits, wrong } from "@/cli/exits";
import { listed } from "@/cli/list";
import { projectOf } from "@/cli/project";
import { plain } from "@/cli/table";
import type { Report } from "@/domain/report/report";
import { reportStates } from "@/domain/report/report-values";

const filters = {
  state: { says: reportStates.join(", "), value: "STATE" },
  outlet: { says: "exactly this outlet", value: "NAME" },
  language: { says: "a language tag like en or ar-SY", value: "TAG" },
  from: { says: "published on this day or later (else imported)", value: "DAY" },
  to: { says: "published on this day or before", value: "DAY" },
  q: { says: "words of the title", value: "WORDS" },
  field: { says: "has something in this report field", value: "FIELD" },
  "field-value": { says: "and these words stand in it", value: "WORDS" },
  assignee: { says: "a person’s id, or nobody", value: "WHO" },
  archived: { says: "archived reports instead of the others" },
  due: { says: "due on this day or before", value: "DAY" },
  priority: { says: "at least this urgent: -1 low, 0, 1 high, 2 urgent", value: "NUMBER" },
  sort: { says: "by what: imported, published, title…; with - before it the other way round", value: "ORDER" },
} as const satisfies Record<string, Option>;

export const limited = {
  limit: { says: "so many at most; 100 unless you say otherwise", value: "NUMBER", short: "n" },
} as const satisfies Record<string, Option>;

/** A project's reports, as the table shows them. */
export const reports: Command = {
  name: "reports",
  says: "lists a project’s reports",
  options: { ...ofProject, ...filters, ...limited, ...asJson },
  examples: [
    { line: "glossator reports -p hama --state reviewed --from 2026-11-01", says: "what was reviewed since November" },
    {
      line: "glossator reports -p hama --json -n 100000 | jq -r '.items[].id'",
      says: "the ids of all reports, for another program",
    },
  ],
  run: async (running) => {
    const { given } = running;
    const api = await running.api();
    const { id } = await projectOf(api, running);
    const { archived: _archived, "field-value": _value, ...plainly } = filters;
    const asked = {
      ...Object.fromEntries(Object.keys(plainly).map((name) => [name, given.text(name)])),
      fieldValue: given.text("field-value"),
      archived: given.flag("archived") ? "true" : undefined,
    };
    return listed(
      running,
      async (cursor, limit) =>
        answered(api, await api.ask("GET", `/projects/${id}/reports?${queryOf({ ...asked, cursor, limit })}`)),
      {
        one: "report",
        columns: ["Id", "State", "Published", "Lang", "Tags", "Title"],
        cells: (each) => [
          each.id,
          each.state,
          (each.published ?? "").slice(0, 10),
          each.language,
          String(each.tags.accepted + each.tags.open),
          each.title,
        ],
      },
    );
  },
};

/** One report, whole. */
export const oneReport: Command = {
  name: "report",
  words: "ID",
  takes: { least: 1, most: 1 },
  says: "prints one report with its text",
  options: { text: { says: "the text alone, as it is" }, ...asJson },
  examples: [
    { line: "glossator report 01a229f5-8ac1-75cc-a89f-ac144cf96cba", says: "title, provenance and text" },
    { line: "glossator report ID --text > report.txt", says: "the canonical text; offsets count its code points" },
  ],
  run: async (running) => {
    const { given, terminal } = running;
    const [id = ""] = given.words;
    if (given.flag("text") && given.flag("json")) throw wrong("Choose one of --text and --json.");
    const api = await running.api();
    const response = await api.fetch(`/reports/${encodeURIComponent(id)}`);
    const report: Report = await response.json();
    if (given.flag("json")) await terminal.json(report);
    else if (given.flag("text")) await terminal.write(report.text);
    else await terminal.result(`${headOf(report)}\n\n${report.text.split("\n").map(plain).join("\n")}`);
    return exits.done;
  },
};

const headOf = ({ title, outlet, author, published, url, language, state, tags }: Report) =>
  [
    title,
    [outlet, author, published?.slice(0, 10)].filter((each) => each !== undefined).join(" · "),
    url,
    `${language} · ${state} · ${tags.accepted} accepted, ${tags.open} open, ${tags.returned} returned, ${tags.rejected} rejected`,
  ]
    .filter((line) => line !== undefined && line !== "")
    .map((line) => plain(String(line)))
    .join("\n");
