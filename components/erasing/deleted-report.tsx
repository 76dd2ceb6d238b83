import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { When } from "@/components/values/when";
import type { Tombstone } from "@/domain/erasing/tombstone";
import { translator } from "@/messages/translator";

/** What stands at the address of a report that was deleted: who deleted it, when and why. */
export function DeletedReport({ stone }: { stone: Tombstone }) {
  const t = translator("erasing");
  const { title, byName, at, reason, counts, projectId } = stone;
  const { annotations, links, accepted } = counts;
  return (
    <main id="content" tabIndex={-1} className="outline-none">
      <EmptyState
        heading="h1"
        title={t("goneTitle")}
        action={<ButtonLink href={`/projects/${projectId}`}>{t("toProject")}</ButtonLink>}
      >
        <p>{t.rich("gone", { name: byName, title, day: () => <When value={at} /> })}</p>
        <p>{t("goneWhy", { reason })}</p>
        <p>{t("goneCounts", { annotations, links, accepted })}</p>
      </EmptyState>
    </main>
  );
}
