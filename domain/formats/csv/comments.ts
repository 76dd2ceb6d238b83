import type { Thread } from "@/domain/discussion/thread";
import { quoteOf, reportCells, reportColumns, spansOf } from "@/domain/formats/csv/common";
import type { CsvLayer } from "@/domain/formats/csv/layer";
import type { Lookup } from "@/domain/formats/dataset";

function target({ target }: Thread, { annotation }: Lookup) {
  if (target.on === "report") return [undefined, undefined, undefined];
  if (target.on === "passage") return [undefined, spansOf(target.anchor), quoteOf(target.anchor)];
  const tag = annotation.get(target.tagId);
  return [target.tagId, tag && spansOf(tag), tag && quoteOf(tag)];
}

/** One row a comment, with the words its thread hangs on. */
export const comments: CsvLayer = {
  layer: "comments",
  columns: [
    "comment_id",
    "thread_id",
    "thread_state",
    "on",
    "tag_id",
    "segments",
    "quote",
    "by",
    "at",
    "edited_at",
    "comment",
    ...reportColumns,
  ],
  count: (counts) => counts.comments,
  *rows(bundle, lookup) {
    for (const thread of bundle.threads)
      for (const comment of thread.comments)
        yield [
          comment.id,
          thread.id,
          thread.state,
          thread.target.on,
          ...target(thread, lookup),
          lookup.person.get(comment.by) ?? comment.by,
          comment.at,
          comment.editedAt,
          comment.body,
          ...reportCells(bundle),
        ];
  },
};
