import { answered, queryOf } from "@/cli/api";
import { asJson, type Command, ofProject } from "@/cli/command";
import { fetchFile, toFile } from "@/cli/download";
import { exits } from "@/cli/exits";
import { projectOf } from "@/cli/project";
import { counted, tableOf } from "@/cli/table";
import type { AgreementFigure } from "@/domain/agreement/project/answer";

const options = {
  measures: { says: "ids of measures, with commas between; all but γ when left out", value: "IDS" },
  kinds: { says: "only these kinds, with commas between", value: "KINDS" },
  from: { says: "submitted on this day or later", value: "DAY" },
  to: { says: "submitted on this day or before", value: "DAY" },
  layers: { says: "blind: as they were when they opened; or now", value: "WHICH" },
  positions: { says: "characters or words", value: "WHICH" },
  proposals: { says: "with, or without tags that began as suggestions", value: "WHICH" },
  names: { says: "shown, or hidden: people are called by letters", value: "WHICH" },
} as const;

/** How far people agree in a project. */
export const agreement: Command = {
  name: "agreement",
  says: "says how far people agree in a project (a FILE of ratings instead: measures it here, without the API)",
  options: {
    ...ofProject,
    ...options,
    csv: { says: "every figure as a table" },
    ...toFile,
    ...asJson,
  },
  teaches: [
    "Each figure stands with its 95 % interval, and with what it rests on. Only reports whose layers are open are compared.",
  ],
  examples: [
    { line: "glossator agreement -p hama --from 2026-11-01", says: "the figures in words" },
    { line: "glossator agreement -p hama --csv -o agreement.csv", says: "for a spreadsheet" },
    { line: "glossator agreement ratings.json", says: "of a file; no server is asked" },
  ],
  run: async (running) => {
    const { given, terminal } = running;
    const api = await running.api();
    const { id } = await projectOf(api, running);
    const asked = Object.fromEntries(Object.keys(options).map((name) => [name, given.text(name)]));
    if (given.flag("csv"))
      return fetchFile(running, api, `/projects/${id}/agreement?${queryOf({ ...asked, format: "csv" })}`);
    const found = answered(api, await api.ask("GET", `/projects/${id}/agreement?${queryOf(asked)}`));
    if (given.flag("json")) {
      await terminal.json(found);
      return exits.done;
    }
    const { about, figures, review = [] } = found;
    const lines = [
      `${counted(about.reports.compared, "report")} compared, ${counted(about.tags, "tag")}, ${counted(about.people.length, "person", "people")}.`,
    ];
    if (figures.length > 0)
      lines.push(tableOf(["Measure", "Pooled", "95 % interval", "Used of seen"], figures.map(rowOf)));
    if (review.length > 0)
      lines.push(
        tableOf(
          ["Kind", "Decided", "Accepted as it was", "Changed", "Returned", "Rejected"],
          review.map((each) =>
            [each.kind, each.decided, each.unchanged, each.changed, each.returned, each.rejected].map(String),
          ),
        ),
      );
    if (figures.length === 0 && review.length === 0) lines.push("There is nothing to compare yet.");
    await terminal.result(lines.join("\n\n"));
    return exits.done;
  },
};

const rowOf = ({ name, pooled, coverage }: AgreementFigure) => [
  name,
  pooled.value === null ? (pooled.why ?? "–") : pooled.value.toFixed(3),
  pooled.interval ? `${pooled.interval.low.toFixed(3)} to ${pooled.interval.high.toFixed(3)}` : "",
  `${coverage.used} of ${coverage.seen} ${coverage.of}`,
];
