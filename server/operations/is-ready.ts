import "server-only";
import { fail, ok, type Result } from "@/domain/failure";
import { outageNow } from "@/server/health/readiness";

/** Whether the database answers and keeps what it is given; if not, why. */
export async function isReady(): Promise<Result<{ status: "ready" }>> {
  const reason = await outageNow();
  return reason ? fail({ kind: "unavailable", reason }) : ok({ status: "ready" });
}
