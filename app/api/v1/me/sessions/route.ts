import { z } from "zod";
import { SignIn } from "@/domain/people/session";
import { route } from "@/server/http/route";
import { listSignIns } from "@/server/operations/list-sign-ins";

export const GET = route({ summary: "List your sessions", answers: z.object({ items: z.array(SignIn) }) }, (actor) =>
  listSignIns(actor),
);
