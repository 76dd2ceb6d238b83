import PostalMime, { type Address, type Email } from "postal-mime";
import type { Piece } from "@/domain/document/piece";
import { type Attachment, type Extract, Unreadable } from "../extracted";
import { FoundValues } from "../found";
import { readHtml } from "../html/tree";
import { piecesOf } from "../html/walk";
import { plainPieces } from "../plain";
import { Warnings } from "../warnings";
import { instantOf } from "./date";

/** Parts within parts: more are a trap, not a mail. */
const DEEPEST = 30;

/** A mail (RFC 5322, MIME): its text, quoted replies as quotes, forwarded mails and other files as attachments. */
export const extract: Extract = async (bytes) => {
  const warnings = new Warnings();
  const mail = await parsed(bytes);
  const pieces = bodyOf(mail, warnings);
  warnings.add("quoted-replies", undefined, pieces.filter(({ shape }) => shape.type === "quote").length);
  const attachments = mail.attachments.flatMap((each, at): Attachment[] => {
    if (each.related && each.mimeType.startsWith("image/")) {
      warnings.add("images-left-out", each.filename ?? undefined);
      return [];
    }
    return [{ name: nameOf(each.filename, each.mimeType, at), bytes: bytesOf(each.content) }];
  });
  for (const { name } of attachments) warnings.add("attachments-left-out", name);
  return { pieces, warnings: warnings.all(), found: foundIn(mail).all(), attachments };
};

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: DEEPEST });
  } catch (error) {
    const deep = error instanceof Error && /nesting/i.test(error.message);
    throw new Unreadable(
      deep
        ? `The mail has more than ${DEEPEST} parts inside one another.`
        : "The mail is damaged: its parts can’t be told apart.",
    );
  }
}

function bodyOf({ html, text }: Email, warnings: Warnings): Piece[] {
  const pieces = html ? piecesOf(readHtml(html), warnings) : [];
  return pieces.length > 0 ? pieces : plainPieces(text ?? "");
}

function foundIn({ subject, from, date, headers }: Email): FoundValues {
  const found = new FoundValues();
  const header = (key: string) => headers.find((each) => each.key === key)?.value;
  found.add("title", subject, "Subject");
  found.add("author", from && personOf(from), "From");
  found.add("published", instantOf(header("date")) ?? date, "Date");
  found.add("language", header("content-language"), "Content-Language");
  return found;
}

const personOf = ({ name, address }: Address) => (name && address ? `${name} <${address}>` : name || address);

const bytesOf = (content: ArrayBuffer | Uint8Array | string) =>
  typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);

function nameOf(said: string | null, mimeType: string, at: number): string {
  const plain = said?.split(/[\\/]/).at(-1)?.trim();
  if (plain) return plain;
  return mimeType === "message/rfc822" ? `forwarded-${at + 1}.eml` : `attachment-${at + 1}`;
}
