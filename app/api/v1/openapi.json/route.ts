import { routes } from "@/app/api/v1/routes";
import { ok } from "@/domain/failure";
import { openapi } from "@/server/http/openapi";
import { guarded } from "@/server/http/route";

export const dynamic = "force-dynamic";

export const GET = (request: Request) => guarded(request, async () => ok(openapi(routes, "/api/v1")));
