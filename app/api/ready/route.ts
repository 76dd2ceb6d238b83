import { guarded } from "@/server/http/route";
import { isReady } from "@/server/operations/is-ready";

export const dynamic = "force-dynamic";

/** The database answers too, and keeps what it is given. */
export const GET = (request: Request) => guarded(request, isReady);
