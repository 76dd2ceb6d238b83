import { z } from "zod";
import { InvitedPerson, Person, PutPerson } from "@/domain/people/person";
import { route } from "@/server/http/route";
import { invitePerson } from "@/server/operations/invitations";
import { listPeople } from "@/server/operations/people";

export const GET = route(
  { scope: "admin", summary: "List everyone in the workspace", answers: z.object({ items: z.array(Person) }) },
  (actor) => listPeople(actor),
);

export const POST = route(
  {
    scope: "admin",
    summary:
      "Invite a person to the workspace; the answer has their one-time link. Not with a token that expires or lacks a scope",
    body: PutPerson,
    answers: InvitedPerson,
    status: 201,
  },
  (actor, { body }) => invitePerson(actor, body),
);
