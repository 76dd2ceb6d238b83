import { z } from "zod";
import { UserId } from "@/domain/ids";
import { ChangePerson, Person } from "@/domain/people/person";
import { route } from "@/server/http/route";
import { changePersonOf } from "@/server/operations/people";

export const PATCH = route(
  {
    scope: "admin",
    summary:
      "Change a person's workspace role, or deactivate them (which ends their sessions, tokens and links) or reactivate them",
    params: z.object({ userId: UserId }),
    body: ChangePerson,
    answers: Person,
  },
  (actor, { params, body }) => changePersonOf(actor, params.userId, body),
);
