import { z } from "zod";
import { PermittedUseId } from "@/domain/ids";
import { Disclosure } from "@/domain/protection/permitted-use";
import { route } from "@/server/http/route";
import { listDisclosures } from "@/server/operations/protect/read-protection";

export const GET = route(
  {
    summary: "List earlier exports that told more of a thing than may leave now, newest first",
    params: z.object({ permittedUseId: PermittedUseId }),
    answers: z.object({ items: z.array(Disclosure), more: z.boolean() }),
  },
  (actor, { params: { permittedUseId } }) => listDisclosures(actor, permittedUseId),
);
