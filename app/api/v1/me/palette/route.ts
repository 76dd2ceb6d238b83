import { z } from "zod";
import { NamedThing } from "@/domain/search/named-thing";
import { route } from "@/server/http/route";
import { mostIds, readPalette } from "@/server/operations/read-palette";

export const GET = route(
  {
    summary: "Find reports, entities and places by the beginnings of words in their names, in all your projects",
    query: z.object({
      q: z.string().max(200).default(""),
      ids: z
        .string()
        .max(2000)
        .default("")
        .transform((ids) => ids.split(",").filter((id) => z.uuid().safeParse(id).success))
        .pipe(z.array(z.string()).max(mostIds))
        .describe("Reports and entities to name, divided by commas"),
    }),
    answers: z.object({ items: z.array(NamedThing) }),
  },
  (actor, { query }) => readPalette(actor, query),
);
