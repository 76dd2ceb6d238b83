import { z } from "zod";
import { SavedSearchId } from "@/domain/ids";
import { ChangeSavedSearch, SavedSearch } from "@/domain/search/saved-search";
import { route } from "@/server/http/route";
import { changeSavedSearch, deleteSavedSearch } from "@/server/operations/saved-searches";

const params = z.object({ searchId: SavedSearchId });

export const PATCH = route(
  {
    summary: "Rename a search that you keep, note that you have looked, or choose whether the inbox tells of it",
    params,
    body: ChangeSavedSearch,
    answers: SavedSearch,
  },
  (actor, { params: { searchId }, body }) => changeSavedSearch(actor, searchId, body),
);

export const DELETE = route({ summary: "Keep a search no longer", params }, (actor, { params: { searchId } }) =>
  deleteSavedSearch(actor, searchId),
);
