import { z } from "zod";
import { SavedSearch, SaveSearch } from "@/domain/search/saved-search";
import { route } from "@/server/http/route";
import { listSavedSearches, saveSearch } from "@/server/operations/saved-searches";

export const GET = route(
  {
    summary: "List the searches that you keep, with how much is new since you looked",
    answers: z.object({ items: z.array(SavedSearch) }),
  },
  (actor) => listSavedSearches(actor),
);

export const POST = route(
  { summary: "Keep a search to come back to", body: SaveSearch, answers: SavedSearch, status: 201 },
  (actor, { body }) => saveSearch(actor, body),
);
