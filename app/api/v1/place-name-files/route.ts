import { z } from "zod";
import { PlaceNameFile, PlaceNameFileName } from "@/domain/job/place-name-file";
import { route } from "@/server/http/route";
import { listPlaceNameFiles, putPlaceNameFile } from "@/server/operations/place-name-files";

export const GET = route(
  {
    summary:
      "List the files of place names and tables of P-codes that were added to the gazetteer, newest first. Admins only",
    answers: z.object({
      items: z.array(PlaceNameFile),
      /** What has to be said with them. */
      attribution: z.string(),
    }),
  },
  (actor) => listPlaceNameFiles(actor),
);

export const PUT = route(
  {
    summary:
      "Add a file to the gazetteer: from GeoNames a country file or alternate names of places in it, or a table of P-codes of areas (CSV or TSV, with a header such as ADM1_EN, ADM1_PCODE). A job reads it; read to its end, it takes the place of an earlier file of that name. Admins only",
    query: z.object({ name: PlaceNameFileName }),
    takes: [{ mediaType: "application/octet-stream", schema: z.string().meta({ format: "binary" }) }],
    answers: PlaceNameFile,
    status: 202,
  },
  (actor, { query: { name }, request }) => putPlaceNameFile(actor, { name, request }),
);
