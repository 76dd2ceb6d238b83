import { z } from "zod";
import { PermittedUseId } from "@/domain/ids";
import { ProtectedThing, UndoPermittedUse } from "@/domain/protection/permitted-use";
import { route } from "@/server/http/route";
import { undoPermittedUse } from "@/server/operations/protect/set-permitted-use";

export const POST = route(
  {
    summary: "Take back the last change of what may leave of a thing",
    params: z.object({ permittedUseId: PermittedUseId }),
    body: UndoPermittedUse,
    answers: ProtectedThing,
  },
  (actor, { params: { permittedUseId }, body }) => undoPermittedUse(actor, permittedUseId, body),
);
