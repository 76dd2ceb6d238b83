"use client";

import { useTranslations } from "use-intl";
import { DecideRelease } from "@/components/releases/decide-release";
import { When } from "@/components/values/when";
import type { UserId } from "@/domain/ids";
import type { Release } from "@/domain/release/release";

/** Who looks at releases here: whether this person may decide, and whether anybody other than who asked may. */
export type Deciding = { me: UserId; mayDecide: boolean; deciders: readonly UserId[] };

/** Where a release stands that a second person looks at: what is awaited of whom, or what they said. */
export function ReleaseApproval({
  release,
  deciding: { me, mayDecide, deciders },
  onDecided,
}: {
  release: Release;
  deciding: Deciding;
  onDecided: (now: Release) => void;
}) {
  const t = useTranslations("releases.approval");
  const { state, decided, by } = release;
  if (state === "waiting") {
    const own = by === me;
    const nobody = !deciders.some((each) => each !== by);
    return (
      <div className="space-y-3 rounded-2 bg-sunken p-4">
        <p className="text-small">{t(own ? (nobody ? "nobodyElse" : "yours") : mayDecide ? "others" : "waits")}</p>
        {mayDecide ? (
          <div className="flex flex-wrap gap-2">
            {own ? (
              <DecideRelease release={release} way="takeBack" onDecided={onDecided} />
            ) : (
              <>
                <DecideRelease release={release} way="approve" onDecided={onDecided} />
                <DecideRelease release={release} way="decline" onDecided={onDecided} />
              </>
            )}
          </div>
        ) : null}
      </div>
    );
  }
  if (!decided) return null;
  return (
    <p className="border-s-2 border-line-strong ps-3 text-small" dir="auto">
      {t.rich(decided.approved ? "approvedBy" : decided.by === by ? "takenBackBy" : "declinedBy", {
        name: decided.byName,
        when: () => <When value={decided.at} />,
      })}
      {decided.reason ? `: ${decided.reason}` : "."}
    </p>
  );
}
