import { answered, queryOf } from "@/cli/api";
import { asJson, type Command, ofProject } from "@/cli/command";
import { fetchFile, toFile } from "@/cli/download";
import { exits } from "@/cli/exits";
import { projectOf } from "@/cli/project";

/** Exports of a project or a report, in every format there is. */
export const exporting: Command = {
  name: "export",
  says: "exports a project’s or a report’s tags in any format",
  options: {
    ...ofProject,
    report: { says: "this report alone", value: "ID" },
    format: { says: "one of the list above; jsonl unless you say otherwise", value: "FORMAT" },
    state: { says: "accepted unless you say otherwise; several with commas between, or all", value: "STATES" },
    kind: { says: "only these kinds, with commas between", value: "KINDS" },
    layer: { says: "one file of a format that has several, such as claims", value: "FILE" },
    standing: { says: "asserted, or all: background claims too", value: "WHICH" },
    unit: { says: "what offsets count, in a format that has a choice", value: "UNIT" },
    raw: { says: "tables without what makes cells safe for spreadsheets" },
    comments: { says: "yes or no; as the format usually does when left out", value: "YES" },
    gz: { says: "compressed with gzip" },
    preview: { says: "says what would be in it and what the format leaves out; nothing is exported" },
    ...toFile,
    ...asJson,
  },
  teaches: async () => {
    const { formats } = await import("@/domain/formats/registry");
    const width = Math.max(...formats.map(({ id }) => id.length));
    return [
      "Only accepted tags are exported unless you ask for others. What the project protects is blocked out, coarsened or left out, as in every export.",
      `Formats:\n${formats.map(({ id, name }) => `  ${id.padEnd(width)}  ${name}`).join("\n")}`,
      "An export is written while it is sent, from one moment of the database: one that broke off begins anew. Releases stay, and go on where a download broke off (“glossator help release download”).",
    ];
  },
  examples: [
    { line: "glossator export -p hama -o hama.jsonl", says: "everything accepted, as JSON Lines" },
    { line: "glossator export -p hama --format csv --layer claims -o claims.csv", says: "the table of claims" },
    { line: "glossator export -p hama --format parquet --state all --preview", says: "what would be in it" },
    { line: "glossator export -p hama -o - | jq -r .record | sort | uniq -c", says: "straight into another program" },
  ],
  run: async (running) => {
    const { given, terminal } = running;
    const api = await running.api();
    const report = given.text("report");
    const projectId = report === undefined ? (await projectOf(api, running)).id : undefined;
    const place = projectId === undefined ? `/reports/${encodeURIComponent(report ?? "")}` : `/projects/${projectId}`;
    const asked = Object.fromEntries(
      ["format", "state", "kind", "layer", "standing", "unit", "comments"].map((name) => [name, given.text(name)]),
    );
    if (asked["comments"]) asked["comments"] = { yes: "1", no: "0" }[asked["comments"]] ?? asked["comments"];
    const query = queryOf({
      ...asked,
      raw: given.flag("raw") ? "1" : undefined,
      gz: given.flag("gz") ? "1" : undefined,
    });
    if (!given.flag("preview")) return fetchFile(running, api, `${place}/export?${query}`);
    const preview = answered(
      api,
      projectId === undefined
        ? await api.ask("GET", `/reports/${encodeURIComponent(report ?? "")}/export/preview?${query}`)
        : await api.ask("GET", `/projects/${projectId}/export/preview?${query}`),
    );
    if (given.flag("json")) {
      await terminal.json(preview);
      return exits.done;
    }
    const lines = [
      ...Object.entries(preview.counts).map(([what, count]) => `${what}: ${count}`),
      ...preview.losses.map(
        ({ what, how, count }) => `left out or changed: ${what}, ${how}${count === null ? "" : ` (${count})`}`,
      ),
    ];
    await terminal.result(lines.join("\n"));
    return exits.done;
  },
};
