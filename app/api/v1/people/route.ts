import { z } from "zod";
import { Person } from "@/domain/people/person";
import { route } from "@/server/http/route";
import { listPeople } from "@/server/operations/people";

export const GET = route(
  { scope: "admin", summary: "List everyone in the workspace", answers: z.object({ items: z.array(Person) }) },
  (actor) => listPeople(actor),
);
