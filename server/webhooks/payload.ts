import "server-only";
import { refusalInProject } from "@/domain/access/policy";
import { heldBy } from "@/domain/webhook/holding";
import type { DeliveryKind } from "@/domain/webhook/webhook-values";
import { starterOf } from "@/server/data/jobs/starter";
import { gateOf } from "@/server/data/protection/gate";
import { protectionOf } from "@/server/data/protection/load";
import { standingIn } from "@/server/data/standings";
import type { Sql } from "@/server/data/transaction";
import type { ClaimedDelivery } from "@/server/data/webhooks/deliveries";
import { type About, aboutDelivery, type Told, toldBy } from "@/server/data/webhooks/told";
import { env } from "@/server/env";

/** What is sent, or why it is not: not yet, never, or not by this person. */
export type Payload = { body: string } | { held: string } | { dropped: string } | { pause: string };

/** How deeds are called in a delivery. */
const decisions: Readonly<Record<string, string>> = {
  accepted: "accepted",
  "accepted-with-change": "accepted with change",
  "accepted-unseen": "accepted without review",
  returned: "returned",
  rejected: "rejected",
  "undid-verdict": "decision undone",
};

const words = {
  layers: "Held until the layers of this report are open.",
  embargo: "Held until the report’s embargo ends.",
  gone: "What it was about has been deleted.",
  practice: "Nothing of a practice project is sent.",
  protected: "Nothing of it may leave (permitted use).",
  noEditor:
    "Whoever changed this webhook last is no longer an editor here. Another editor can resume it, and it tells of what they may see.",
};

/**
 * Makes what a delivery says, from how things are now and through the gate of this moment: a try that comes later
 * holds to what was tightened since. It names things and no people; whoever needs more asks the API with a token.
 */
export async function payloadOf(db: Sql, claimed: ClaimedDelivery): Promise<Payload> {
  const actor = await starterOf(db, claimed);
  const standing = actor && (await standingIn(db, actor, claimed.projectId));
  if (!standing || refusalInProject(actor, { ...standing, archived: false }, "set-webhooks"))
    return { pause: words.noEditor };
  const about = await aboutDelivery(db, claimed);
  if (!about || (claimed.reportId !== null && !about.report)) return { dropped: words.gone };
  const envelope = { id: claimed.id, type: claimed.kind, at: claimed.createdAt, project: about.project };
  if (claimed.kind === "test") return { body: JSON.stringify({ ...envelope, data: {} }) };
  if (about.practice) return { dropped: words.practice };
  const held = about.report && heldBy({ ...about, embargoUntil: about.embargoUntil ?? undefined }, about.now);
  if (held) return { held: words[held] };
  const data = dataOf(claimed.kind, about, await toldBy(db, claimed));
  if (!data) return { dropped: words.gone };
  const { projectId } = claimed;
  const reportId = claimed.reportId ?? undefined;
  const gate = gateOf(await protectionOf(db, { actor, standing, projectId, ...(reportId && { reportId }) }));
  const left = gate.value({ ...envelope, data });
  return left?.data && isWhole(claimed.kind, left.data) ? { body: JSON.stringify(left) } : { dropped: words.protected };
}

type Data = {
  report?: { id: string; revisionId: string; title: string; url: string };
  decisions?: object[];
  event?: object;
  release?: object;
};

/** What each kind tells (docs/WEBHOOKS.md); undefined when nothing of it is there any more. */
function dataOf(kind: DeliveryKind, { project, report }: About, told: readonly Told[]): Data | undefined {
  const at = (path: string) => new URL(path, env().url).href;
  const [first] = told;
  if (!first) return undefined;
  if (report && (kind === "submitted" || kind === "decided")) {
    const named = { ...report, url: at(`/reports/${report.id}`) };
    if (kind === "submitted") return { report: named };
    const made = told.flatMap(({ tag, did, version, at: when }) =>
      tag
        ? [{ tagId: tag.id, type: tag.type, kind: tag.kind, decision: decisions[did] ?? did, version, at: when }]
        : [],
    );
    return made.length > 0 ? { report: named, decisions: made } : undefined;
  }
  if (kind === "event-accepted" && first.event) {
    const { id, title, state, version } = first.event;
    const accepted = { id, title, state, version, acceptedVersion: first.version };
    return { event: { ...accepted, url: at(`/projects/${project.id}/events/${id}`) } };
  }
  if (kind === "released" && first.release)
    return { release: { ...first.release, url: at(`/projects/${project.id}/releases`) } };
  return undefined;
}

/** Whether the gate left what the delivery is about. */
function isWhole(kind: DeliveryKind, { report, decisions: made, event, release }: Data): boolean {
  if (kind === "submitted") return report !== undefined;
  if (kind === "decided") return report !== undefined && made !== undefined && made.length > 0;
  return kind === "event-accepted" ? event !== undefined : release !== undefined;
}
