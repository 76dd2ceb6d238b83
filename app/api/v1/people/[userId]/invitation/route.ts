import { z } from "zod";
import { UserId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { withdrawInvitation } from "@/server/operations/invitations";

export const DELETE = route(
  {
    scope: "admin",
    summary: "Withdraw an invitation: its link stops working and the person is removed. Admins only",
    params: z.object({ userId: UserId }),
  },
  (actor, { params }) => withdrawInvitation(actor, params.userId),
);
