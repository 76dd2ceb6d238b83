import { z } from "zod";
import { isProse, proseFlaws } from "@/domain/prose/check";
import { plainOf } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";
import type { ProseSchema } from "@/domain/prose/schema";

const node = z.looseObject({ type: z.string() });

/** A text with formatting as an answer has it: TipTap's JSON. */
export const ShownProse = z.custom<Prose>().meta({
  type: "object",
  description: "The text with its formatting, as TipTap’s JSON.",
});

type Sent = {
  /** It may say nothing. */
  empty?: boolean;
  /** Its words as they are counted: plain ones, unless it is said otherwise. */
  as?: (prose: Prose) => string;
};

/** A text with formatting as sent, checked against its schema: what is wrong is named by its place. */
export const sentProse = (schema: ProseSchema, { empty = false, as = plainOf }: Sent = {}) =>
  z
    .looseObject({ type: z.literal("doc"), content: z.array(node).min(1) })
    .meta({ description: `The text with its formatting, as TipTap’s JSON: ${partsOf(schema)}.` })
    .transform((value, context): Prose => {
      if (!isProse(value, schema)) {
        for (const { at, reason } of proseFlaws(value, schema)) {
          context.addIssue({ code: "custom", path: [...at], message: reason });
        }
        return z.NEVER;
      }
      if (as(value).length > schema.longest)
        context.addIssue({ code: "custom", message: `At most ${schema.longest.toLocaleString("en")} characters.` });
      if (!empty && plainOf(value).trim() === "") context.addIssue({ code: "custom", message: "This can’t be empty." });
      return value;
    });

const partsOf = ({ nodes, marks }: ProseSchema) =>
  `nodes ${Object.keys(nodes).join(", ")}; marks ${Object.keys(marks).join(", ")}`;
