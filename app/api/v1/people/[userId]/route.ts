import { z } from "zod";
import { UserId } from "@/domain/ids";
import { ChangePerson, Person } from "@/domain/people/person";
import { route } from "@/server/http/route";
import { changePersonOf } from "@/server/operations/people";

export const PATCH = route(
  {
    scope: "admin",
    summary:
      "Make somebody an admin or no longer one, or shut them out (which ends their sign-ins, tokens and links) or let them in again",
    params: z.object({ userId: UserId }),
    body: ChangePerson,
    answers: Person,
  },
  (actor, { params, body }) => changePersonOf(actor, params.userId, body),
);
