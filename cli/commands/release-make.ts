import { randomUUID } from "node:crypto";
import { answered } from "@/cli/api";
import { asJson, type Command, ofProject, type Running } from "@/cli/command";
import { exits, failed, wrong } from "@/cli/exits";
import { oneOf } from "@/cli/given";
import { followed, resultOf } from "@/cli/job";
import { projectOf } from "@/cli/project";
import { dateMeanings, layersReleased, usualLicences } from "@/domain/release/release-values";

const several = (said: string | undefined) => said?.split(",").filter((each) => each !== "");

/** What is asked for, without what was left out: the server says what is wrong with it. */
function askedIn({ given }: Running) {
  const [title, licence] = [given.text("title"), given.text("licence")];
  const creators = given.list("creator");
  if (!title || !licence || creators.length === 0)
    throw wrong("A release needs --title, --licence and at least one --creator.");
  const [train, dev, test] = (given.text("split") ?? "").split(",").map(Number);
  if (given.text("split") !== undefined && (test === undefined || ![train, dev, test].every(Number.isInteger)))
    throw wrong("--split is three whole numbers, such as 80,10,10.");
  const which = given.text("date") ?? "event";
  const [from, to] = [given.text("from"), given.text("to")];
  const lists = {
    states: several(given.text("state")),
    kinds: several(given.text("kind")),
    languages: several(given.text("language")),
    reports: given.list("report").length > 0 ? given.list("report") : undefined,
  };
  return {
    title,
    licence,
    creators,
    ...Object.fromEntries(Object.entries(lists).filter(([, value]) => value !== undefined)),
    ...((from ?? to) !== undefined && {
      date: { which: oneOf("date", which, dateMeanings), ...(from && { from }), ...(to && { to }) },
    }),
    ...(given.text("split") !== undefined && { split: { train, dev, test } }),
    ...(given.text("note") !== undefined && { note: given.text("note") }),
    ...(given.text("layers") && { layers: oneOf("layers", given.text("layers") ?? "", layersReleased) }),
  };
}

/** Freezes a dataset with a number. */
export const releaseMake: Command = {
  name: "release make",
  says: "makes a release: a dataset frozen with a number",
  options: {
    ...ofProject,
    title: { says: "its title", value: "WORDS" },
    licence: { says: `${usualLicences.join(", ")}, or words`, value: "LICENCE" },
    creator: { says: "an author, as they are to be cited", value: "NAME", many: true },
    note: { says: "what is new, or what a reader has to know", value: "WORDS" },
    state: { says: "accepted unless you say otherwise; several with commas between", value: "STATES" },
    kind: { says: "only these kinds, with commas between", value: "KINDS" },
    language: { says: "only reports in these languages, with commas between", value: "TAGS" },
    report: { says: "only this report", value: "ID", many: true },
    date: { says: `which date --from and --to mean: ${dateMeanings.join(", ")}`, value: "WHICH" },
    from: { says: "first day", value: "DAY" },
    to: { says: "last day", value: "DAY" },
    layers: { says: `${layersReleased.join(" or ")}: each analyst’s beside the one that counts`, value: "WHICH" },
    split: { says: "hundredths for training, development and test", value: "80,10,10" },
    ...asJson,
  },
  teaches: [
    "A job makes it on the server; the command waits and shows how far it is. Ctrl+C leaves the job running. What holds a release up (an undecided “restates”, nothing to release) is said, and no number is used up.",
  ],
  examples: [
    {
      line: 'glossator release make -p hama --title "Hama, autumn" --licence CC-BY-4.0 --creator "The desk"',
      says: "everything accepted",
    },
    {
      line: "glossator release make -p hama --title Week --licence CC0-1.0 --creator Desk --from 2026-11-23 --to 2026-11-29",
      says: "events of one week",
    },
  ],
  run: async (running) => {
    const { given, terminal } = running;
    const data = askedIn(running);
    const api = await running.api();
    const { id: projectId } = await projectOf(api, running);
    const started = answered(
      api,
      await api.ask("POST", `/projects/${projectId}/jobs`, { id: randomUUID(), kind: "make-release", data }),
    );
    const made = resultOf(await followed(running, api, { id: started.id, what: "Making the release" }));
    if (typeof made !== "object" || made === null || !("number" in made))
      throw failed("The server made something else.");
    if (given.flag("json")) await terminal.json(made);
    else
      await terminal.result(
        "waiting" in made && made.waiting
          ? `Release ${made.number} is frozen and waits for a second person. It is there for others once a reviewer or editor other than you has approved it.`
          : `Release ${made.number} is made. “glossator release download ${made.number}” fetches it.`,
      );
    return exits.done;
  },
};
