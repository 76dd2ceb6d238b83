import { z } from "zod";
import { route } from "@/server/http/route";
import { endSignIn } from "@/server/operations/end-sign-in";

export const DELETE = route(
  { scope: "admin", summary: "End one of your sessions", params: z.object({ sessionId: z.uuid() }) },
  (actor, { params }) => endSignIn(actor, params.sessionId),
);
