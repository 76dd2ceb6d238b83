import "server-only";
import type { Actor } from "@/domain/access/actor";
import { fail, ok, type Result } from "@/domain/failure";
import type { Gate } from "@/domain/protection/what-may-leave";
import { gateOf } from "@/server/data/protection/gate";
import { protectionOf } from "@/server/data/protection/load";
import { type Named, protectingProjects } from "@/server/data/protection/programs";
import { standingIn } from "@/server/data/standings";
import { sql } from "@/server/data/transaction";

const json = /^application\/(?:[a-z.+-]+\+)?json/;
/** A stream names ids alone, and an export has been through the gate. */
const asItIs = /^text\/event-stream/;

/**
 * What a program reads of the API with a token: a token is a door. Answers go through the gates of all projects that
 * they may be about. Files that are no export, such as an original, stay behind where a project protects anything.
 */
export async function leavingToProgram(
  actor: Actor,
  { named, exported }: { named: Named; exported: boolean },
  value: unknown,
): Promise<Result<unknown>> {
  if (exported || !("token" in actor.via)) return ok(value);
  const gates = await gatesOf(actor, named);
  if (gates.length === 0) return ok(value);
  if (!(value instanceof Response)) return passed(gates, value);
  const type = value.headers.get("content-type") ?? "";
  if (asItIs.test(type)) return ok(value);
  if (!json.test(type)) {
    await value.body?.cancel();
    return fail({ kind: "not-found" });
  }
  return passed(gates, await value.json());
}

function passed(gates: readonly Gate[], value: unknown): Result<unknown> {
  if (value === undefined) return ok(value);
  let left: unknown = value;
  for (const gate of gates) {
    left = gate.value(left);
    if (left === undefined) return fail({ kind: "not-found" });
  }
  return ok(left);
}

async function gatesOf(actor: Actor, named: Named): Promise<Gate[]> {
  const gates: Gate[] = [];
  for (const projectId of await protectingProjects(sql, actor, named)) {
    const standing = await standingIn(sql, actor, projectId);
    if (standing) gates.push(gateOf(await protectionOf(sql, { actor, standing, projectId })));
  }
  return gates.filter(({ open }) => !open);
}
