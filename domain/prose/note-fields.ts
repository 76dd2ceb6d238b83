import { z } from "zod";
import { noteSchema } from "@/domain/prose/schema";
import { sentProse } from "@/domain/prose/sent";

/** A note as it is sent. The words may be left out beside a document, which says them. */
export const noteFields = {
  note: z.string().max(noteSchema.longest).optional(),
  noteProse: sentProse(noteSchema).optional(),
};
