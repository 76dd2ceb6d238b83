import { z } from "zod";
import { UserId } from "@/domain/ids";
import { PersonToken } from "@/domain/people/token";
import { route } from "@/server/http/route";
import { listEverybodysTokens } from "@/server/operations/list-tokens";
import { cursorOf, limitOf, pageOf } from "@/server/page";

export const GET = route(
  {
    scope: "admin",
    summary: "List active API tokens of the workspace or of one person, newest first. Admins only",
    query: z.object({
      person: UserId.optional(),
      cursor: cursorOf(z.tuple([z.iso.datetime(), z.uuid()])).optional(),
      limit: limitOf(200, 50),
    }),
    answers: pageOf(PersonToken),
  },
  (actor, { query: { cursor, ...asked } }) => listEverybodysTokens(actor, { ...asked, after: cursor }),
);
