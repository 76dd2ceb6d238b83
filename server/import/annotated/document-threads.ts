import type { Note } from "@/domain/interchange/document";
import { commentSchema } from "@/domain/prose/schema";
import { isUnkeepable, unkeepableReason } from "./around";
import { anchorOf, instantOf, lineOf, type Making } from "./document-making";
import type { PreparedThread } from "./prepared";

/** A note of a document as a thread; none where there is nothing in it, or it was refused. */
export function threadOf(note: Note, making: Making): PreparedThread[] {
  const { around, nextId, made, refused } = making;
  const { person, now } = around;
  const tag = typeof note.on === "object" && "tag" in note.on ? made.get(note.on.tag) : undefined;
  const about = typeof note.on === "object" && "tag" in note.on;
  const remarks = note.remarks.filter(({ body }) => body.trim() !== "");
  const [first] = remarks;
  if (!first) return [];
  const refuse = (reason: string) => {
    refused.push({ ...lineOf(note), reason, record: JSON.stringify(note).slice(0, 2000) });
    return [];
  };
  if (about && !tag) return refuse("The tag that it is about was left out or set aside.");
  if (remarks.some(({ body }) => isUnkeepable(body))) return refuse(unkeepableReason);
  if (remarks.some(({ body }) => body.length > commentSchema.longest))
    return refuse(`A comment is longer than ${commentSchema.longest} characters.`);
  const comments = remarks.map(({ body, by, at }) => ({
    id: nextId(),
    body,
    prose: null,
    createdBy: person(by),
    createdAt: instantOf(at) ?? now,
    editedAt: null,
  }));
  const [opened] = comments;
  const createdBy = opened?.createdBy ?? around.by;
  const createdAt = opened?.createdAt ?? now;
  return [
    {
      id: nextId(),
      on: tag ? "tag" : typeof note.on === "object" ? "passage" : "report",
      tagId: tag?.id ?? null,
      anchor: typeof note.on === "object" && "segments" in note.on ? anchorOf(note.on.segments, making) : null,
      state: note.resolved ? "resolved" : "open",
      createdBy,
      createdAt,
      resolvedBy: note.resolved ? around.by : null,
      resolvedAt: note.resolved ? now : null,
      told: first.thread,
      comments,
    },
  ];
}
