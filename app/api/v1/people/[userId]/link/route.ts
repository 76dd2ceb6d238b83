import { z } from "zod";
import { UserId } from "@/domain/ids";
import { MakeLink, OneTimeLink } from "@/domain/people/person";
import { route } from "@/server/http/route";
import { relinkPerson } from "@/server/operations/people";

export const POST = route(
  {
    scope: "admin",
    summary:
      "Create a one-time sign-in link for a person, for 1 to 30 days; not with a token that expires or lacks a scope",
    params: z.object({ userId: UserId }),
    body: MakeLink,
    answers: OneTimeLink,
    status: 201,
  },
  (actor, { params, body }) => relinkPerson(actor, params.userId, body),
);
