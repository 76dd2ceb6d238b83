import { z } from "zod";
import { CodebookSlug } from "@/domain/codebook/attribute";
import { MigrationId, ProjectId, ReportId, TagId, UserId } from "@/domain/ids";

const Kind = z.string().regex(/^(label|relation):[a-z0-9][a-z0-9-]{0,60}$/);

/** What tags say, said otherwise: all of one label become another, or one value of an attribute becomes another. */
export const CodebookMove = z.discriminatedUnion("move", [
  z.strictObject({ move: z.literal("label"), from: CodebookSlug, to: CodebookSlug }),
  z.strictObject({
    move: z.literal("choice"),
    kind: Kind,
    attribute: CodebookSlug,
    from: CodebookSlug,
    to: CodebookSlug,
  }),
]);
export type CodebookMove = z.infer<typeof CodebookMove>;

const Count = z.int().nonnegative();

/** What a move would do: tags that would say it otherwise, and those that stay as they are, by the reason. */
export const MovePreview = z.object({
  tags: Count,
  /** There are more of them than are moved at once: the same move, carried out again, moves the next ones. */
  more: z.boolean(),
  left: z.object({
    /** They say something that the other label has no place for. */
    attributes: Count,
    /** They have links that cannot join the other label. */
    links: Count,
    /** They are on closed reports. */
    closed: Count,
  }),
  examples: z.array(
    z.object({
      tagId: TagId,
      reportId: ReportId,
      reportTitle: z.string(),
      /** The words; of a link those it starts at. */
      quote: z.string(),
      state: z.string(),
    }),
  ),
});
export type MovePreview = z.infer<typeof MovePreview>;

export const CodebookMigration = z.object({
  id: MigrationId,
  projectId: ProjectId,
  what: CodebookMove,
  /** The version of the codebook that the tags name since. */
  codebookVersion: z.int().positive(),
  tags: Count,
  by: UserId,
  byName: z.string(),
  at: z.iso.datetime(),
  undoneAt: z.iso.datetime().optional(),
  /** When it was taken back: tags that somebody had changed since, and that stayed as they were. */
  stayed: Count.optional(),
});
export type CodebookMigration = z.infer<typeof CodebookMigration>;

/** A tag's attributes in which one value of an attribute has become another, each value once. */
export function withValueMoved(
  attributes: Readonly<Record<string, unknown>>,
  { attribute, from, to }: Pick<Extract<CodebookMove, { move: "choice" }>, "attribute" | "from" | "to">,
): Record<string, unknown> {
  const said = attributes[attribute];
  if (said === from) return { ...attributes, [attribute]: to };
  if (!Array.isArray(said)) return { ...attributes };
  return { ...attributes, [attribute]: [...new Set(said.map((each: unknown) => (each === from ? to : each)))] };
}
