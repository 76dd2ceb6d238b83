import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { mayDecideOnReleases, worksBlind } from "@/domain/access/policy";

/**
 * Which releases somebody sees. A release of an independent project holds what analysts who still work blind on one of
 * its reports must not see, whoever made it: for them it is not there until the layers of all its reports are open. One that waits for a second person, or was
 * declined, is there for those who may decide on it alone.
 */
export function seenReleases({ standing }: { actor: Actor; standing: Standing }, release: string): string {
  const whole = mayDecideOnReleases(standing)
    ? `${release}.number is not null`
    : `${release}.number is not null and (${release}.protection is null or ${release}.approved)`;
  if (!worksBlind(standing)) return whole;
  return `(${whole} and not exists (select 1 from release_report x
      join report p on p.workspace_id = x.workspace_id and p.id = x.report_id
     where x.workspace_id = ${release}.workspace_id and x.release_id = ${release}.id and p.layers_opened_at is null))`;
}
