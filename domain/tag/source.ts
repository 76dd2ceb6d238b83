import { z } from "zod";
import { EntityId } from "@/domain/ids";

/** The span that names who says it; `entityId` is the speaker in the project's registry. */
export const SourceAttributes = z.strictObject({
  entityId: EntityId.optional(),
  note: z.string().max(5000).optional(),
});
export type SourceAttributes = z.infer<typeof SourceAttributes>;
