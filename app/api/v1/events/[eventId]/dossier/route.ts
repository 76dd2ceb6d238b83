import { z } from "zod";
import { ok } from "@/domain/failure";
import { EventId } from "@/domain/ids";
import { attachment } from "@/server/http/attachment";
import { route } from "@/server/http/route";
import { makeDossier } from "@/server/operations/dossier";

export const GET = route(
  {
    scope: "export",
    summary: "Get the dossier of an event: everything that stands behind it in one zip that can be verified offline",
    params: z.object({ eventId: EventId }),
    gives: "application/zip",
  },
  async (actor, { params: { eventId } }) => {
    const made = await makeDossier(actor, eventId);
    return made.ok
      ? ok(attachment(made.value.bytes, { fileName: made.value.fileName, mediaType: "application/zip" }))
      : made;
  },
);
