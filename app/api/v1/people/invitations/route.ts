import { z } from "zod";
import { Invitation } from "@/domain/people/person";
import { route } from "@/server/http/route";
import { listInvitations } from "@/server/operations/invitations";

export const GET = route(
  {
    scope: "admin",
    summary: "List open invitations with who invited whom and when. Admins only",
    answers: z.object({ items: z.array(Invitation) }),
  },
  (actor) => listInvitations(actor),
);
