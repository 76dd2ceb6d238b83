import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { type Api, answered } from "@/cli/api";
import { asJson, type Command, type Option, ofProject, type Running } from "@/cli/command";
import { type Exit, exits, wrong } from "@/cli/exits";
import { filesNamed, type ToSend } from "@/cli/files";
import { digestOf, type Journal, openJournal, opIdFrom } from "@/cli/journal";
import { projectOf } from "@/cli/project";
import { counted, plain } from "@/cli/table";

/** What goes for all files; the names are those of the API. */
const sent = {
  outlet: { says: "goes for all files", value: "NAME" },
  author: { says: "goes for all files", value: "NAME" },
  published: { says: "a day or a time", value: "WHEN" },
  retrieved: { says: "a day or a time", value: "WHEN" },
  language: { says: "en, ar-SY…; told from the text when left out", value: "TAG" },
  encoding: { says: "of text files, such as windows-1256; told from the bytes when left out", value: "NAME" },
  take: { says: "of web pages: article (the usual) or whole", value: "WHICH" },
  attachments: { says: "of mails: leave (the usual) or import", value: "WHICH" },
  comments: { says: "of Word and OpenDocument files: leave (the usual) or threads", value: "WHICH" },
  columns: { says: 'of tables: which column says what, as JSON such as {"text":"Body"}', value: "JSON" },
} as const satisfies Record<string, Option>;

/** What became of one thing that a file held. */
type Outcome = { outcome: string; name: string; id?: string; reason?: string; title?: string };
type Tally = { imported: number; there: number; refused: number };

/** Reports from files, folders and archives; what has come in is not sent again. */
export const importing: Command = {
  name: "import",
  words: "FILE…",
  takes: { least: 1, most: 10_000 },
  says: "imports reports from files, folders and zip archives",
  options: {
    ...ofProject,
    ...sent,
    "source-url": { says: "the web address of the report", value: "ADDRESS" },
    again: { says: "also what this machine has sent before" },
    ...asJson,
  },
  teaches: [
    "Text, Markdown, PDF, Word, OpenDocument, RTF, EPUB, web pages, mail, subtitles, tables with a report in each row, and zip archives of them. A folder is gone through with its folders; hidden files are left out.",
    "Each file is kept whole or not at all. This machine remembers what has come in (by SHA-256, for each project): after Ctrl+C or a failure, the same command sends only the rest.",
    "The command ends with 5 where something was refused; each file is listed with the reason on stderr, or in the JSON.",
  ],
  examples: [
    { line: "glossator import -p hama reports/ --outlet “Hama Post”", says: "a folder" },
    { line: "glossator import -p hama week.zip bulletin.pdf --language ar", says: "an archive and a file" },
    {
      line: "glossator import -p hama reports/ --json | jq '.items[] | select(.outcome==\"refused\")'",
      says: "what was refused",
    },
  ],
  run: importReports,
};

async function importReports(running: Running): Promise<Exit> {
  const { given, terminal, folder } = running;
  const files = await filesNamed(given.words, folder);
  const api = await running.api();
  const { id: projectId } = await projectOf(api, running);
  const journal = await openJournal(running, api.url, projectId);
  const progress = terminal.progress("Importing");
  const tally: Tally = { imported: 0, there: 0, refused: 0 };
  const all: Outcome[] = [];
  try {
    for (const [at, file] of files.entries()) {
      progress.at(at, files.length, `${at} of ${files.length}  ${file.name}`);
      const outcomes = await sendOnce(running, { api, projectId, journal, file });
      all.push(...outcomes);
      for (const each of outcomes) countIn(tally, each);
      for (const { name, reason } of outcomes.filter(({ outcome }) => outcome === "refused"))
        terminal.note(`${plain(name)}: ${reason ?? "was refused"}`);
    }
  } finally {
    progress.end();
  }
  const { imported, there, refused } = tally;
  if (given.flag("json")) await terminal.json({ ...tally, items: all });
  else await terminal.result(`${counted(imported, "report")} imported, ${there} there already, ${refused} refused.`);
  return refused > 0 ? exits.partly : exits.done;
}

function countIn(tally: Tally, { outcome }: Outcome): void {
  if (outcome === "imported") tally.imported += 1;
  else if (outcome === "refused") tally.refused += 1;
  else tally.there += 1;
}

type Sending = { api: Api; projectId: string; journal: Journal; file: ToSend };

async function sendOnce(running: Running, { api, projectId, journal, file }: Sending): Promise<Outcome[]> {
  const { given } = running;
  const digest = await digestOf(file.path);
  const isAgain = given.flag("again");
  if (journal.of(digest) && !isAgain) return [{ outcome: "sent before", name: file.name }];
  const form = new FormData();
  for (const [name, value] of Object.entries(fieldsOf(running))) form.set(name, value);
  form.set("opId", isAgain ? randomUUID() : opIdFrom(api.url, projectId, digest));
  form.set("files", await openAsBlob(file.path), basename(file.path));
  const answer = await api.ask("POST", `/projects/${projectId}/reports`, form);
  if (!answer.ok && answer.problem.status === 413)
    return [{ outcome: "refused", name: file.name, reason: answer.problem.detail ?? answer.problem.title }];
  const value = answered(api, answer);
  const results = "results" in value ? value.results.map((each): Outcome => shown(each)) : [];
  if (!results.some(({ outcome }) => outcome === "refused"))
    await journal.add({ key: digest, name: file.name, at: new Date().toISOString() });
  return results;
}

const shown = (result: {
  outcome: string;
  name: string;
  id?: string;
  title?: string;
  reason?: string;
  problem?: { detail: string };
}): Outcome => {
  const { outcome, name, id, title, reason, problem } = result;
  const isRefused = outcome === "refused" || outcome === "unsure";
  return {
    outcome: isRefused ? "refused" : outcome,
    name,
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    ...(isRefused && { reason: reason ?? problem?.detail ?? "was refused" }),
  };
};

function fieldsOf({ given }: Running): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const name of Object.keys(sent)) {
    const said = given.text(name);
    if (said !== undefined) fields[name] = said;
  }
  const url = given.text("source-url");
  if (url !== undefined) fields["url"] = url;
  if (fields["url"] !== undefined && given.words.length > 1) throw wrong("--source-url goes with a single file.");
  return fields;
}
