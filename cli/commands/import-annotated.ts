import { createHash, randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { type Api, answered } from "@/cli/api";
import { asJson, type Command, ofProject, type Running } from "@/cli/command";
import { type Exit, exits, failed } from "@/cli/exits";
import { filesNamed, type ToSend } from "@/cli/files";
import { followed, resultOf } from "@/cli/job";
import { digestOf, type Journal, openJournal } from "@/cli/journal";
import { answersIn, mappedBy, mapping } from "@/cli/mapping";
import { projectOf } from "@/cli/project";
import { counted, plain, sizeOf, tableOf } from "@/cli/table";
import type { ImportCheck } from "@/domain/import/annotated";
import { isImportCheck, isImportResult } from "@/domain/import/is-result";
import type { Job } from "@/domain/job/job";
import type { Upload } from "@/domain/job/upload";

/** Annotated files: looked at first, then imported by a job. */
export const importAnnotated: Command = {
  name: "import annotated",
  words: "FILE…",
  takes: { least: 1, most: 10_000 },
  says: "imports reports with their tags, as another tool or Glossator wrote them",
  options: {
    ...ofProject,
    ...mapping,
    yes: { says: "imports without asking, with what the check suggests", short: "y" },
    check: { says: "only says what would be imported" },
    again: { says: "also what was imported before" },
    ...asJson,
  },
  teaches: [
    "Files are sent first, one by one: after Ctrl+C the same command sends only those that are missing. Then a job says what would be imported, and nothing is imported until you agree (or gave --yes).",
    "Labels, links and authors become what the check suggests, unless --label, --link or --author say otherwise. What has no target is left out; an author without an account is kept as a name.",
  ],
  examples: [
    { line: "glossator import annotated -p hama project.jsonl --check", says: "what would be imported" },
    {
      line: "glossator import annotated -p hama brat/ --label Protest=claim --label Noise= --yes",
      says: "Noise is left out",
    },
    {
      line: "glossator import annotated -p copy hama.jsonl --as as-in-file --yes",
      says: "with versions and decisions",
    },
  ],
  run: async (running) => {
    const { given, folder } = running;
    const files = await filesNamed(given.words, folder);
    const api = await running.api();
    const { id: projectId } = await projectOf(api, running);
    const work: Work = { api, projectId, journal: await openJournal(running, api.url, projectId), files, key: "" };
    work.key = await keyOf(running, files);
    const before = given.flag("again") ? undefined : await beganBefore(running, work);
    if (before) return finished(running, before);
    const upload = await sendAll(running, work);
    const format = given.text("format");
    const check = await checked(running, work, {
      ...{ upload, answers: answersIn(given) },
      ...(format !== undefined && { format }),
    });
    const data = { upload, format: check.format.id, ...mappedBy(given, check) };
    if (!given.flag("json") || !given.flag("yes")) await told(running, check);
    if (given.flag("check") || !(await agreed(running, check))) return exits.done;
    const id = randomUUID();
    await work.journal.add({ key: work.key, upload, job: id });
    answered(api, await api.ask("POST", `/projects/${projectId}/jobs`, { id, kind: "import-annotated", data }));
    return finished(running, await followed(running, api, { id, what: "Importing" }));
  },
};

type Work = { api: Api; projectId: string; journal: Journal; files: readonly ToSend[]; key: string };

/** The same files with the same wishes are the same import. */
async function keyOf({ given }: Running, files: readonly ToSend[]): Promise<string> {
  const digest = createHash("sha256").update("annotated");
  for (const { path, name } of files) digest.update(`\n${name} ${await digestOf(path)}`);
  for (const name of Object.keys(mapping)) digest.update(`\n${name} ${given.list(name).join(" ")}`);
  return digest.digest("hex");
}

/** The job of an earlier run of the same command, unless it came to nothing. */
async function beganBefore(running: Running, { api, journal, key }: Work): Promise<Job | undefined> {
  const id = journal.of(key)?.["job"];
  if (typeof id !== "string") return undefined;
  const there = await api.ask("GET", `/jobs/${id}`);
  if (!there.ok && there.problem.status === 404) return undefined;
  const job = await followed(running, api, { id, what: "Importing" });
  if (job.state === "done") return job;
  running.terminal.note(`The last try was ${job.state}${job.error ? `: ${job.error}` : "."}`);
  return undefined;
}

/** Sends what the server lacks of these files; answers the upload. */
async function sendAll({ terminal, given }: Running, { api, projectId, journal, files, key }: Work): Promise<string> {
  const known = given.flag("again") ? undefined : journal.of(key)?.["upload"];
  const old = typeof known === "string" ? await uploadOf(api, known) : undefined;
  const upload = old ?? answered(api, await api.ask("POST", `/projects/${projectId}/uploads`));
  if (!old) await journal.add({ key, upload: upload.id });
  const there = new Map(upload.files.map(({ name, bytes }) => [name, bytes]));
  const missing = files.filter(({ name, bytes }) => there.get(name) !== bytes);
  if (missing.length < files.length)
    terminal.note(`${counted(files.length - missing.length, "file")} were sent before.`);
  const progress = terminal.progress("Sending");
  const total = missing.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  try {
    for (const { path, name, bytes } of missing) {
      progress.at(done, total, `${sizeOf(done)}  ${name}`);
      const blob = await openAsBlob(path);
      answered(api, await api.ask("PUT", `/uploads/${upload.id}/files?name=${encodeURIComponent(name)}`, blob));
      done += bytes;
    }
  } finally {
    progress.end();
  }
  return upload.id;
}

/** An upload with its files; undefined once it is gone, which it is after a week. */
async function uploadOf(api: Api, id: string): Promise<Upload | undefined> {
  const answer = await api.ask("GET", `/uploads/${id}/files`);
  return !answer.ok && answer.problem.status === 404 ? undefined : answered(api, answer);
}

async function checked(running: Running, { api, projectId }: Work, data: object): Promise<ImportCheck> {
  const job = answered(api, await api.ask("POST", `/projects/${projectId}/jobs`, { kind: "check-import", data }));
  const check = resultOf(await followed(running, api, { id: job.id, what: "Checking" }));
  if (!isImportCheck(check)) throw failed("The server made something else of the check.");
  return check;
}

async function told({ given, terminal }: Running, check: ImportCheck): Promise<void> {
  if (given.flag("json")) return terminal.json(check);
  const { counts, format, labels, links, authors, duplicates, setAside, damage } = check;
  const shownTarget = (target: unknown) =>
    target === undefined || target === null ? "left out" : typeof target === "string" ? target : "a new label";
  const parts = [
    `${format.name}: ${counted(counts.reports, "report")}, ${counted(counts.tags, "tag")}, ${counted(counts.links, "link")}.`,
    `${duplicates.count} are there already, ${setAside.count} would be set aside.`,
    ...(damage ? [`${damage.file} is damaged: ${damage.reason}`] : []),
    ...setAside.examples.map(({ file, line, reason }) => `  ${plain(file)}${line ? `:${line}` : ""}: ${reason}`),
    ...(labels.length > 0
      ? [
          tableOf(
            ["Label", "Count", "Becomes"],
            labels.map((each) => [each.label, String(each.count), shownTarget(each.suggested)]),
          ),
        ]
      : []),
    ...(links.length > 0
      ? [
          tableOf(
            ["Link", "Count", "Becomes"],
            links.map((each) => [each.label, String(each.count), shownTarget(each.suggested)]),
          ),
        ]
      : []),
    ...(authors.length > 0
      ? [
          tableOf(
            ["Author", "Tags", "Becomes"],
            authors.map((each) => [each.name, String(each.count), each.suggested ?? "a name without an account"]),
          ),
        ]
      : []),
  ];
  await terminal.result(parts.join("\n"));
}

async function agreed({ given, terminal }: Running, { counts }: ImportCheck): Promise<boolean> {
  if (given.flag("yes")) return true;
  if (!terminal.canAsk || given.flag("json")) {
    terminal.note("Nothing was imported. Say --yes to import it.");
    return false;
  }
  const said = await terminal.ask(`Import ${counted(counts.reports, "report")}? [y/N] `);
  if (/^y(es)?$/i.test(said)) return true;
  terminal.note("Nothing was imported. What was sent is kept for a week.");
  return false;
}

async function finished({ given, terminal }: Running, job: Job): Promise<Exit> {
  const result = resultOf(job);
  if (!isImportResult(result)) throw failed("The server made something else of the import.");
  if (given.flag("json")) await terminal.json({ job: job.id, ...result });
  else {
    const { reports, tags, addedTo, skipped, setAside } = result;
    await terminal.result(
      `${counted(reports, "report")} imported with ${counted(tags, "tag")}; ${addedTo} were there and got tags, ${skipped} were there already, ${setAside} were set aside.`,
    );
  }
  return result.setAside > 0 ? exits.partly : exits.done;
}
