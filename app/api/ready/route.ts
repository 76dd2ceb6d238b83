import { ok } from "@/domain/failure";
import { guarded } from "@/server/http/route";
import { isReady } from "@/server/operations/is-ready";

export const dynamic = "force-dynamic";

/** The database answers too. */
export const GET = (request: Request) => guarded(request, async () => ok(await isReady()));
