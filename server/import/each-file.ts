import { openArchive } from "@/server/import/documents/archive";
import { Unreadable } from "@/server/import/documents/extracted";
import type { Incoming, Refused } from "@/server/import/incoming";
import { opIdWithin } from "@/server/import/op-ids";
import { columnsIn } from "@/server/import/tables/columns";
import { isTable, reportsOfTable } from "@/server/import/tables/tables";
import {
  doubtOf,
  type FileFields,
  fileLimit,
  type Given,
  incomingFile,
  opIdOf,
  type Unsure,
} from "@/server/import/upload";

type Found = { files: readonly File[]; fields: FileFields };

/** Files inside one another: a mail in a mail in an archive; more are not opened. */
const DEEPEST = 3;

/** Everything that an upload brings, one thing after the other: files, files in archives and mails, rows of tables. */
export async function* everythingIn({ files, fields }: Found): AsyncGenerator<Incoming | Refused | Unsure> {
  for (const [at, file] of files.entries()) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const title = files.length === 1 ? fields.title : undefined;
    yield* thingsIn({ name: nameOf(file), bytes, title, opId: opIdOf(fields, files, at) }, fields, 0);
  }
}

async function* thingsIn(given: Given, fields: FileFields, depth: number): AsyncGenerator<Incoming | Refused | Unsure> {
  const { name, bytes, opId } = given;
  if (/\.zip$/i.test(name)) {
    if (depth > 0)
      yield { name, reason: "An archive inside another one isn’t opened. Unpack it and import its files." };
    else yield* filesIn(given, fields);
    return;
  }
  if (isTable(name)) {
    const doubt = /\.xlsx$/i.test(name) ? undefined : doubtOf(given, fields);
    if (doubt) {
      yield doubt;
      return;
    }
    const {
      columns,
      encoding,
      unsure: _,
      take: _take,
      attachments: _more,
      comments: _comments,
      opId: _op,
      title: _title,
      ...ofAll
    } = fields;
    yield* reportsOfTable(name, bytes, {
      ...ofAll,
      columns: columnsIn(columns ?? "{}") ?? {},
      encoding,
      opIdOf: (row) => opId && opIdWithin(opId, row),
    });
    return;
  }
  const read = await incomingFile(given, fields);
  yield read;
  if (fields.attachments === "leave" || depth >= DEEPEST || !("put" in read)) return;
  for (const [at, inner] of (read.attachments ?? []).entries()) {
    yield* thingsIn(within(given, inner, at), { ...fields, unsure: "guess" }, depth + 1);
  }
}

/** A file inside another one is called by both names. */
const within = ({ name, opId }: Given, inner: { name: string; bytes: Uint8Array }, at: number): Given => ({
  name: `${name} › ${inner.name}`,
  bytes: inner.bytes,
  title: undefined,
  opId: opId && opIdWithin(opId, at),
});

/** The files of an archive; what programs put there for themselves is left out. */
async function* filesIn(given: Given, fields: FileFields): AsyncGenerator<Incoming | Refused | Unsure> {
  const { name, bytes } = given;
  try {
    const entries = openArchive(bytes).entries.filter(
      ({ path }) => !/(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$)/.test(path),
    );
    if (entries.length === 0) yield { name, reason: "There are no files in it." };
    if (entries.length > fileLimit) {
      yield {
        name,
        reason: `The archive has ${entries.length} files; at most ${fileLimit} are imported at once. Split it.`,
      };
      return;
    }
    for (const [at, entry] of entries.entries()) {
      const inner = { name: entry.path, bytes: entry.read() };
      yield* thingsIn(within(given, inner, at), { ...fields, unsure: "guess" }, 1);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield { name, reason: error.message };
  }
}

/** A file's name may hold anything. */
const nameOf = (file: File) => file.name.replace(/[\0\p{Surrogate}]/gu, "\ufffd").slice(-200) || "file";
