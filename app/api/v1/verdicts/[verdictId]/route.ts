import { z } from "zod";
import { VerdictId } from "@/domain/ids";
import { Tag } from "@/domain/tag/tag";
import { route } from "@/server/http/route";
import { undoVerdict } from "@/server/operations/decide-tags";

export const DELETE = route(
  { summary: "Undo your own latest decision on a tag", params: z.object({ verdictId: VerdictId }), answers: Tag },
  (actor, { params: { verdictId } }) => undoVerdict(actor, verdictId),
);
