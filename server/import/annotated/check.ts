import { Codebook } from "@/domain/codebook/codebook";
import { wholenessOf } from "@/domain/formats/native/read";
import type { Counted, ImportCheck, LabelTarget, LinkTarget } from "@/domain/import/annotated";
import { type LastAsked, suggestLabel, suggestLink } from "@/domain/import/suggest";
import type { AnnotatedDocument, Author, NamedEntity } from "@/domain/interchange/document";
import { troubleInWords } from "@/domain/interchange/in-words";
import { BrokenFile, type SentFile } from "@/domain/interchange/reader";
import { connected, sourcesOf } from "../../data/annotated/database";
import { type Members, membersOf, suggested } from "../../data/annotated/people";
import { type Connection, lastAsked, projectOf, reportsWith } from "../../data/annotated/queries";
import { reportsHere } from "../../data/annotated/reports-here";
import { type Comparing, comparing } from "./compare-returned";
import { filesIn } from "./files";
import type { Piece } from "./piece";
import { filesOf, formatsFor, isOwn, isTable, piecesIn, type Readable, readable } from "./reading";
import { fieldsFor } from "./report-fields";
import { damageOf, sha256 } from "./survey";
import { answersTo, tableQuestions } from "./table/ask";
import { CannotImport, type Say, Stopped, type Task } from "./task";
import { BrokenZip } from "./zip";

type CheckTask = Task & { is: "check" };

/** How many examples of each thing are told. */
const told = 50;

/** Says what an import of these files would make, without making anything. */
export async function checkFiles(task: CheckTask, say: Say, stopped: () => boolean): Promise<ImportCheck> {
  const client = await connected(task.databaseUrl);
  try {
    const all = await filesIn(await sourcesOf(client, task.job, task.data.upload)).catch((error: unknown) => {
      throw error instanceof BrokenZip ? new CannotImport(error.message) : error;
    });
    if (all.length === 0) throw new CannotImport("There are no files in it.");
    const candidates = await formatsFor(all);
    const format = readable.find(({ id }) => id === task.data.format) ?? candidates[0];
    if (!format)
      throw new CannotImport("None of the formats that can be read was recognised. Choose the format yourself.");
    const files = filesOf(format, all);
    const asks = await questions(client, task, { files, format });
    const seen = await lookThrough(client, task, { files, format, answers: answersTo(asks) }, { say, stopped });
    const strangers = all.filter((file) => !files.includes(file)).map(({ name }) => ({ file: name }));
    return {
      format: named(format),
      formats: [...new Set([format, ...candidates, ...readable])].map(named),
      asks,
      whole: isOwn(format),
      files: files.length,
      strangers: { count: strangers.length, examples: strangers.slice(0, told) },
      ...seen,
    };
  } finally {
    await client.end();
  }
}

const named = ({ id, name }: Readable) => ({ id, name });

/** What a person may say of how the files are read, with what holds for now. */
async function questions(client: Connection, { job, data }: CheckTask, { files, format }: Omit<Reading, "answers">) {
  if (!isTable(format))
    return format.reader.asks.map(({ name, answers, usual }) => ({
      ...{ name, answers },
      answer: data.answers[name] ?? usual,
    }));
  const codebook = await codebookOf(client, job);
  const before = await lastAsked(client, job, format.id);
  return tableQuestions(files, { codebook, before, answers: data.answers });
}

const codebookOf = async (client: Connection, job: CheckTask["job"]) =>
  Codebook.parse((await projectOf(client, job))?.content ?? {});

type Seen = Omit<ImportCheck, "format" | "formats" | "asks" | "whole" | "files" | "strangers">;
type Reading = { files: readonly SentFile[]; format: Readable; answers: Record<string, string> };

async function lookThrough(
  client: Connection,
  task: CheckTask,
  { files, format, answers }: Reading,
  { say, stopped }: { say: Say; stopped: () => boolean },
): Promise<Seen> {
  const looking = newLooking(format, (await codebookOf(client, task.job)).reportFields);
  const reports = reportsHere(client, task.job);
  let damage: ImportCheck["damage"];
  try {
    if (isOwn(format))
      for (const file of files) {
        const { damage: found } = await wholenessOf(file, sha256());
        if (found) damage ??= damageOf(found);
      }
    for await (const piece of piecesIn(files, { format, answers, own: false, reports })) {
      if (stopped()) throw new Stopped();
      see(looking, piece);
      if (looking.waiting.length >= 200) {
        await lookForDuplicates(client, task, looking);
        say({ is: "progress", done: looking.counts.reports });
      }
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    damage ??= damageOf(error);
  }
  await lookForDuplicates(client, task, looking);
  return { ...(await summed(client, task, looking, format)), ...(damage && { damage }) };
}

type Label = { count: number; attributes: Set<string> };

const newLooking = (format: Readable, reportFields: Codebook["reportFields"]) => ({
  ...{ format: format.id, whole: isOwn(format), reportFields },
  counts: { reports: 0, tags: 0, links: 0, comments: 0, entities: 0 },
  labels: new Map<string, Label>(),
  links: new Map<string, number>(),
  authors: new Map<string, { author: Author; count: number }>(),
  setAside: { count: 0, examples: [] } as ImportCheck["setAside"],
  byQuote: { count: 0, examples: [] } as NonNullable<ImportCheck["byQuote"]>,
  duplicates: { count: 0, examples: [] } as ImportCheck["duplicates"],
  unread: new Map<string, ImportCheck["unread"][number]>(),
  /** Documents whose text has not been looked for yet. */
  waiting: [] as { sha256: string; file: string; line: number | undefined; document: AnnotatedDocument }[],
  entities: [] as NamedEntity[],
  /** What files bring back of reports that are here, once there is one. */
  comparing: undefined as Comparing | undefined,
});
type Looking = ReturnType<typeof newLooking>;

function see(looking: Looking, piece: Piece): void {
  if (piece.is === "document") seeDocument(looking, piece.document);
  else if (piece.is === "entity") {
    looking.counts.entities += 1;
    looking.entities.push(piece.entity);
  } else if (piece.is === "set-aside") {
    const { spot, trouble } = piece.aside;
    addTo(looking.setAside, { ...spot, reason: troubleInWords(trouble) });
  } else if (piece.is === "by-quote") addTo(looking.byQuote, { ...piece.spot, quote: piece.quote });
  else if (piece.is === "unread") seeUnread(looking, piece.unread);
}

function seeUnread({ unread }: Looking, { what, spot, example }: Extract<Piece, { is: "unread" }>["unread"]): void {
  const known = unread.get(what);
  if (known) known.count += 1;
  else unread.set(what, { what, ...spot, count: 1, ...(example !== undefined && { example }) });
}

function addTo<T>(counted: Counted<T>, example: T): void {
  counted.count += 1;
  if (counted.examples.length < told) counted.examples.push(example);
}

function seeDocument(looking: Looking, document: AnnotatedDocument): void {
  const { counts, labels, links } = looking;
  counts.reports += 1;
  counts.tags += document.spans.length;
  counts.links += document.links.length;
  const digest = sha256();
  digest.update(document.text);
  const { file, line } = document.spot ?? { file: document.key };
  looking.waiting.push({ sha256: digest.hex(), file, line, document });
  seeFields(looking, document);
  for (const { label, attributes, made } of document.spans) {
    const known = labels.get(label) ?? { count: 0, attributes: new Set() };
    known.count += 1;
    for (const name of Object.keys(attributes)) if (known.attributes.size < 40) known.attributes.add(name);
    labels.set(label, known);
    seeAuthor(looking, made.by);
  }
  for (const { label, made } of document.links) {
    links.set(label, (links.get(label) ?? 0) + 1);
    seeAuthor(looking, made.by);
  }
  for (const { remarks } of document.notes) {
    counts.comments += remarks.length;
    for (const { by } of remarks) seeAuthor(looking, by);
  }
}

/** A field that the codebook lacks comes with the codebook of a file that is taken as it is. */
function seeFields(looking: Looking, { fields = {}, spot, key }: AnnotatedDocument): void {
  const { reportFields, whole } = looking;
  for (const { slug, what, example } of fieldsFor(fields, reportFields).refused) {
    const comes = whole && !reportFields.some((each) => each.slug === slug);
    const said = comes ? `${what} Taken as in the file, the field comes along.` : what;
    seeUnread(looking, { what: said, spot: spot ?? { file: key }, example });
  }
}

function seeAuthor({ authors }: Looking, author: Author | undefined): void {
  if (!author) return;
  const known = authors.get(author.name);
  if (known) known.count += 1;
  else authors.set(author.name, { author, count: 1 });
}

async function lookForDuplicates(client: Connection, task: CheckTask, looking: Looking): Promise<void> {
  const { job } = task;
  const { waiting, duplicates } = looking;
  const some = waiting.splice(0);
  if (some.length === 0) return;
  const known = await reportsWith(
    client,
    job,
    some.map((each) => each.sha256),
  );
  for (const { sha256: text, file, line, document } of some) {
    const report = known.get(text);
    if (!report) continue;
    addTo(duplicates, { file, ...(line !== undefined && { line }), title: report.title, reportId: report.id });
    looking.comparing ??= await comparing(client, task, looking);
    await looking.comparing.see(document, report);
  }
}

async function summed(client: Connection, { job }: CheckTask, looking: Looking, format: Readable): Promise<Seen> {
  const codebook = await codebookOf(client, job);
  const before = await lastAsked(client, job, format.id);
  const members = await membersOf(client, job);
  const { counts, labels, links, authors, setAside, byQuote, duplicates, unread } = looking;
  const returned = looking.comparing?.found();
  return {
    ...(byQuote.count > 0 && { byQuote }),
    ...(returned && { returned }),
    counts,
    labels: byCount(
      [...labels].map(([label, { count, attributes }]) => ({ label, count, attributes: [...attributes] })),
    ).map((each) => withSuggestion<LabelTarget, typeof each>(each, suggestLabel(each.label, codebook, before))),
    links: byCount([...links].map(([label, count]) => ({ label, count }))).map((each) =>
      withSuggestion<LinkTarget, typeof each>(each, suggestLink(each.label, codebook, before)),
    ),
    authors: byCount(
      [...authors].map(([name, { author, count }]) => ({ name, count, suggested: personFor(author, members, before) })),
    ),
    duplicates,
    setAside,
    unread: [...unread.values()],
  };
}

const byCount = <T extends { count: number }>(all: T[]): T[] => all.toSorted((a, b) => b.count - a.count).slice(0, 500);

const withSuggestion = <T, Row>(row: Row, found: T | undefined) =>
  found === undefined ? row : { ...row, suggested: found };

function personFor(author: Author, members: Members, before: readonly LastAsked[]) {
  const remembered = before.map(({ authors }) => authors?.[author.name]).find((each) => each !== undefined);
  const found = remembered === undefined ? suggested(members, author) : remembered;
  return found === null || !members.byId.has(found) ? null : (found as ImportCheck["authors"][number]["suggested"]);
}
