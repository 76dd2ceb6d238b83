import type { Comment, Thread } from "@/domain/discussion/thread";
import { type Column, type CsvTable, tableOfReports, within } from "@/domain/formats/csv/column";
import { quoteOf, reportColumns, spansOf } from "@/domain/formats/csv/common";
import type { Lookup, ReportBundle } from "@/domain/formats/dataset";

type CommentRow = { thread: Thread; comment: Comment; bundle: ReportBundle };

function* commentsIn(bundle: ReportBundle): Generator<CommentRow> {
  for (const thread of bundle.threads) for (const comment of thread.comments) yield { thread, comment, bundle };
}

const tagId = ({ target }: Thread) => (target.on === "tag" ? target.tagId : undefined);

/** The words that a thread hangs on: the passage, or the tag where it is on words. */
function words({ target }: Thread, { annotation }: Lookup) {
  if (target.on === "passage") return target.anchor;
  return target.on === "tag" ? annotation.get(target.tagId) : undefined;
}

const columns: readonly Column<CommentRow>[] = [
  { name: "comment_id", type: "id", means: "The comment.", of: ({ comment }) => comment.id },
  { name: "thread_id", type: "id", means: "The thread it belongs to.", of: ({ thread }) => thread.id },
  { name: "thread_state", type: "text", means: "open or resolved.", of: ({ thread }) => thread.state },
  { name: "on", type: "text", means: "report, passage or tag.", of: ({ thread }) => thread.target.on },
  {
    name: "annotation_id",
    type: "id",
    means: "The tag it is about, in annotations.csv.",
    of: ({ thread }, { annotation }) => {
      const id = tagId(thread);
      return id && annotation.has(id) ? id : undefined;
    },
  },
  {
    name: "link_id",
    type: "id",
    means: "The link it is about, in links.csv.",
    of: ({ thread }, { annotation }) => {
      const id = tagId(thread);
      return id && !annotation.has(id) ? id : undefined;
    },
  },
  {
    name: "segments",
    type: "text",
    means: "Offsets of the words, start..end.",
    of: ({ thread }, look) => {
      const found = words(thread, look);
      return found && spansOf(found);
    },
  },
  {
    name: "quote",
    type: "text",
    means: "The words.",
    of: ({ thread }, look) => {
      const found = words(thread, look);
      return found && quoteOf(found);
    },
  },
  {
    name: "by",
    type: "text",
    means: "Who wrote it.",
    of: ({ comment }, { person }) => person.get(comment.by) ?? comment.by,
  },
  { name: "at", type: "time", means: "When.", of: ({ comment }) => comment.at },
  { name: "edited_at", type: "time", means: "When it was last edited.", of: ({ comment }) => comment.editedAt },
  { name: "comment", type: "text", means: "The text of the comment.", of: ({ comment }) => comment.body },
  ...within(reportColumns, ({ bundle }: CommentRow) => bundle),
];

/** One row a comment, with the words its thread hangs on. */
export const comments: CsvTable = tableOfReports(
  {
    layer: "comments",
    label: "Comments",
    row: "One row for each comment. Only there when it was asked for.",
    onlyWhenAsked: true,
    count: (counts) => counts.comments,
    needs: { annotations: "all", threads: true },
  },
  columns,
  commentsIn,
);
