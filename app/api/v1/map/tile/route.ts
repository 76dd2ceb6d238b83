import { z } from "zod";
import { ok } from "@/domain/failure";
import { plain } from "@/server/http/problem";
import { route } from "@/server/http/route";
import { mapTiles } from "@/server/map/tiles";

const most = 24;
const place = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** most - 1);

export const GET = route(
  {
    summary:
      "Get a picture of the operator's own background (zoom, column, row of web maps); nothing where it has none",
    query: z.object({ z: z.coerce.number().int().min(0).max(most), x: place, y: place }),
    gives: "image/*",
  },
  async (_actor, { query: { z: zoom, x, y } }) => {
    const tile = await mapTiles()?.picture(zoom, x, y);
    if (!tile) return ok(undefined);
    const headers = { ...plain, "content-type": tile.mediaType, "cache-control": "private, max-age=3600" };
    return ok(
      new Response(tile.bytes, { headers: { ...headers, "content-security-policy": "sandbox; default-src 'none'" } }),
    );
  },
);
