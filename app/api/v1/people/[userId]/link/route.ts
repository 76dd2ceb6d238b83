import { z } from "zod";
import { UserId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { relinkPerson } from "@/server/operations/people";

export const POST = route(
  {
    scope: "admin",
    summary: "Create a one-time sign-in link for a person; not with a token that expires or lacks a scope",
    params: z.object({ userId: UserId }),
    answers: z.object({ link: z.string() }),
    status: 201,
  },
  (actor, { params }) => relinkPerson(actor, params.userId),
);
