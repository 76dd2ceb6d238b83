import { z } from "zod";

const position = { start: z.int().nonnegative(), end: z.int().nonnegative() };
const plain = ["bold", "italic", "underline", "struck", "raised", "lowered", "hidden"] as const;

/** What a document says of some of its words; it changes nothing in the text. */
const Plain = z.object({ is: z.enum(plain) });
const Link = z.object({ is: z.literal("link"), href: z.string().max(2000) });
/** The page that the words stand on, as the document numbers it. */
const PageMark = z.object({ is: z.literal("page"), label: z.string().max(40) });
/** When the words are said, in milliseconds from the start of the recording; `speaker` where it is named. */
const Time = z.object({
  is: z.literal("time"),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  speaker: z.string().max(200).optional(),
});
/** A sign that points at the footnote with this marker. */
const Note = z.object({ is: z.literal("note"), marker: z.string().max(40) });
/** A word that a line's end had divided; `was` is what stood between the character before `start` and the next. */
const Hyphen = z.object({ is: z.literal("hyphen"), was: z.string().max(8) });

export const Mark = z.discriminatedUnion("is", [Plain, Link, PageMark, Time, Note, Hyphen]);
export type Mark = z.infer<typeof Mark>;

/**
 * A mark and where it stands: code points of the revision's text, end exclusive. A hyphen has no width and stands where
 * the divided word was joined.
 */
export const TextRange = z.discriminatedUnion("is", [
  Plain.extend(position),
  Link.extend(position),
  PageMark.extend(position),
  Time.extend(position),
  Note.extend(position),
  Hyphen.extend(position),
]);
export type TextRange = z.infer<typeof TextRange>;
