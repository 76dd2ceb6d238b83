import { z } from "zod";
import { PlaceNameFileId } from "@/domain/ids";
import { route } from "@/server/http/route";
import { removePlaceNameFile } from "@/server/operations/place-name-files";

export const DELETE = route(
  {
    summary: "Take the places, names and P-codes of a file out of the gazetteer; tags stay as they are. Admins only",
    params: z.object({ placeNameFileId: PlaceNameFileId }),
    status: 204,
  },
  (actor, { params: { placeNameFileId } }) => removePlaceNameFile(actor, placeNameFileId),
);
