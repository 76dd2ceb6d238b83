import { answered, queryOf } from "@/cli/api";
import { asJson, type Command, ofProject } from "@/cli/command";
import { limited } from "@/cli/commands/reports";
import { fetchFile, toFile } from "@/cli/download";
import { exits } from "@/cli/exits";
import { listed } from "@/cli/list";
import { projectOf } from "@/cli/project";
import { plain } from "@/cli/table";
import type { Event } from "@/domain/event/event";

const days = {
  from: { says: "happened on this day or later", value: "DAY" },
  to: { says: "happened on this day or before", value: "DAY" },
} as const;

/** "2–3 killed civilians", as the claims say. */
const figuresOf = ({ derived }: Event) =>
  derived.figures
    .filter(({ low, high }) => low !== undefined || high !== undefined)
    .map(({ outcome, who, low, high }) => [rangeOf(low, high), outcome, who].filter(Boolean).join(" "))
    .join(", ");

const rangeOf = (low: number | undefined, high: number | undefined) =>
  low === undefined || high === undefined || low === high ? String(low ?? high) : `${low}–${high}`;

const dayOf = ({ derived: { date } }: Event) =>
  [date.from, date.to !== date.from && date.to].filter(Boolean).join(" – ");
const placeOf = ({ derived: { place } }: Event) => place.name ?? place.words ?? "";

/** A project's events with what their claims come to. */
export const events: Command = {
  name: "events",
  says: "lists a project’s events, the latest day first",
  options: {
    ...ofProject,
    state: {
      says: "open, accepted, returned, rejected, withdrawn, all, or current (the first three; the usual)",
      value: "STATE",
    },
    type: { says: "an event type of the codebook", value: "TYPE" },
    q: { says: "words of the title", value: "WORDS" },
    ...days,
    ...limited,
    ...asJson,
  },
  examples: [
    { line: "glossator events -p hama --state accepted --from 2026-11-01", says: "what was accepted" },
    { line: "glossator events -p hama --json", says: "with figures, origins and disputes, for another program" },
  ],
  run: async (running) => {
    const { given } = running;
    const api = await running.api();
    const { id } = await projectOf(api, running);
    const asked = Object.fromEntries(["state", "type", "q", "from", "to"].map((name) => [name, given.text(name)]));
    return listed(
      running,
      async (cursor, limit) =>
        answered(api, await api.ask("GET", `/projects/${id}/events?${queryOf({ ...asked, cursor, limit })}`)),
      {
        one: "event",
        columns: ["Id", "State", "Day", "Place", "Figures", "Title"],
        cells: (each) => [each.id, each.state, dayOf(each), placeOf(each), figuresOf(each), each.content.title],
      },
    );
  },
};

/** One event with its claims. */
export const oneEvent: Command = {
  name: "event",
  words: "ID",
  takes: { least: 1, most: 1 },
  says: "prints one event with the claims behind it, or its dossier",
  options: {
    dossier: { says: "everything that stands behind it, in a zip that “dossier verify” checks offline" },
    output: { says: "the file; - for stdout", value: "FILE", short: "o" },
    force: { says: "overwrite the file", short: "f" },
    ...asJson,
  },
  examples: [
    { line: "glossator event 01a229f5-8ac1-75cc-a89f-ac144cf96cba", says: "who said what happened" },
    { line: "glossator event ID --dossier -o event.zip && glossator dossier verify event.zip", says: "for a court" },
  ],
  run: async (running) => {
    const { given, terminal } = running;
    const id = encodeURIComponent(given.words[0] ?? "");
    const api = await running.api();
    if (given.flag("dossier")) return fetchFile(running, api, `/events/${id}/dossier`);
    const page = answered(api, await api.ask("GET", `/events/${id}`));
    if (given.flag("json")) await terminal.json(page);
    else {
      const { event, members } = page;
      const claims = members.map(({ quote, reportTitle }) => `${plain(quote)}  (${plain(reportTitle)})`);
      await terminal.result(
        [
          plain(event.content.title),
          `${event.state}, version ${event.version}`,
          dayOf(event),
          placeOf(event),
          figuresOf(event),
          ...claims,
        ]
          .filter((line) => line !== "")
          .join("\n"),
      );
    }
    return exits.done;
  },
};

/** The event sheet, or what was covered. */
export const eventSheet: Command = {
  name: "events sheet",
  says: "exports the event sheet (CSV, Excel), or events for maps (GeoJSON, KML)",
  options: {
    ...ofProject,
    format: { says: "csv (unless you say otherwise), xlsx, geojson or kml", value: "FORMAT" },
    table: { says: "events, or coverage: what was monitored", value: "TABLE" },
    state: { says: "accepted unless you say otherwise, or all", value: "STATE" },
    ...days,
    ...toFile,
  },
  examples: [
    { line: "glossator events sheet -p hama --from 2026-11-23 --to 2026-11-29 -o week.csv", says: "one data week" },
    { line: "glossator events sheet -p hama --format geojson -o - | jq .features[0]", says: "for a map" },
  ],
  run: async (running) => {
    const { given } = running;
    const api = await running.api();
    const { id } = await projectOf(api, running);
    const asked = Object.fromEntries(
      ["format", "table", "state", "from", "to"].map((name) => [name, given.text(name)]),
    );
    return fetchFile(running, api, `/projects/${id}/events/export?${queryOf(asked)}`);
  },
};
