import { z } from "zod";
import { UserId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { relinkPerson } from "@/server/operations/people";

export const POST = route(
  {
    summary: "A new one-time link for somebody who lost theirs or their password",
    params: z.object({ userId: UserId }),
    answers: z.object({ link: z.string() }),
    status: 201,
  },
  (actor, { params }) => relinkPerson(actor, params.userId),
);
