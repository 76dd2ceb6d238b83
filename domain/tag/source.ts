import { z } from "zod";
import { EntityId } from "@/domain/ids";
import { noteFields } from "@/domain/prose/note-fields";

/** The span that names who says it; `entityId` is the speaker in the project's registry. */
export const SourceAttributes = z.strictObject({
  entityId: EntityId.optional(),
  ...noteFields,
});
export type SourceAttributes = z.infer<typeof SourceAttributes>;
