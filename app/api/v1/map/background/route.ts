import { ok } from "@/domain/failure";
import { Background } from "@/domain/map/on-map";
import { route } from "@/server/http/route";
import { mapTiles } from "@/server/map/tiles";

export const GET = route(
  { summary: "Get what the operator's own background of maps is like, if one was set", answers: Background },
  async () => ok((await mapTiles()?.background()) ?? { state: "none" }),
);
