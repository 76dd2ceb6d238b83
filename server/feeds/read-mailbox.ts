import "server-only";
import { createHash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { FeedTrouble, type FoundItem, keyOf } from "@/server/feeds/item";
import { allowedPath } from "@/server/feeds/places";
import { uploadLimit } from "@/server/import/upload";

const mostBytes = 1024 * 1024 * 1024;
const mostMails = 50_000;
/** Bytes of a mail in which its headers are looked for. */
const headers = 64 * 1024;

type Mail = { start: number; end: number };

/** The mails of a mailbox file in the format mbox (RFC 4155), in their order; each is read when it is imported. */
export async function itemsOfMailbox(path: string, roots: readonly string[]): Promise<FoundItem[]> {
  const file = await allowedPath(path, roots);
  const { size } = await stat(file);
  if (size > mostBytes)
    throw new FeedTrouble("The mailbox is larger than 1 GB. Nothing of it was imported; divide it.");
  const handle = await open(file);
  try {
    const mails = await mailsIn(handle, size);
    const items: FoundItem[] = [];
    for (const { start, end } of mails) {
      const read = async (most = end - start) => {
        const bytes = new Uint8Array(Math.min(most, end - start));
        await handle.read(bytes, 0, bytes.length, start);
        return bytes;
      };
      const head = Buffer.from(await read(headers)).toString("latin1");
      const of = (name: string) => headerOf(head, name);
      const whole = end - start > uploadLimit ? undefined : unquoted(await read());
      const sha256 = whole ? createHash("sha256").update(whole).digest("hex") : `larger ${end - start}`;
      items.push({
        key: keyOf(of("message-id") || sha256),
        title: of("subject").slice(0, 500) || "Mail",
        fileName: "mail.eml",
        sha256,
        bytes: async () => {
          const again = await open(file);
          try {
            if (end - start > uploadLimit) throw new FeedTrouble("The mail is larger than 64 MB.");
            const bytes = new Uint8Array(end - start);
            await again.read(bytes, 0, bytes.length, start);
            return unquoted(bytes);
          } finally {
            await again.close();
          }
        },
      });
    }
    return items;
  } finally {
    await handle.close();
  }
}

const LF = 0x0a;
const FROM = Buffer.from("From ");

/** Where each mail begins and ends: after a line that begins with `From ` and stands first or after a blank line. */
async function mailsIn(handle: Awaited<ReturnType<typeof open>>, size: number): Promise<Mail[]> {
  const mails: Mail[] = [];
  const part = Buffer.alloc(1024 * 1024);
  let [at, line, blank] = [0, Buffer.alloc(0), true];
  let lineStart = 0;
  const ended = (end: number) => {
    if (line.subarray(0, 5).equals(FROM) && blank) {
      const last = mails.at(-1);
      if (last) last.end = lineStart;
      mails.push({ start: end, end: size });
      if (mails.length > mostMails)
        throw new FeedTrouble(`The mailbox has more than ${mostMails} mails. Nothing of it was imported.`);
    } else if (mails.length === 0 && line.toString("latin1").trim() !== "")
      throw new FeedTrouble(
        "This is no mailbox file: its first line does not begin with “From ”. Nothing of it was imported.",
      );
    blank = line.toString("latin1").trim() === "";
  };
  while (at < size) {
    const { bytesRead } = await handle.read(part, 0, part.length, at);
    if (bytesRead === 0) break;
    for (let from = 0; from < bytesRead; ) {
      const to = part.subarray(0, bytesRead).indexOf(LF, from);
      const piece = part.subarray(from, to < 0 ? bytesRead : to);
      // Of a long line only its beginning matters.
      if (line.length < 998) line = Buffer.concat([line, piece.subarray(0, 998)]);
      if (to < 0) break;
      ended(at + to + 1);
      lineStart = at + to + 1;
      line = Buffer.alloc(0);
      from = to + 1;
    }
    at += bytesRead;
  }
  if (line.length > 0) ended(size);
  return mails.filter(({ start, end }) => end > start);
}

/** Lines `>From ` lose the sign that a mailbox puts before them. */
function unquoted(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(bytes).toString("latin1");
  return new Uint8Array(Buffer.from(text.replace(/^>(>*From )/gm, "$1"), "latin1"));
}

function headerOf(head: string, name: string): string {
  const end = head.search(/\r?\n\r?\n/);
  const found = new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)`, "im").exec(end < 0 ? head : head.slice(0, end));
  return (found?.[1] ?? "")
    .replace(/\r?\n[ \t]+/g, " ")
    .replaceAll("\0", "")
    .trim();
}
