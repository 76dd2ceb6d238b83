import { useTranslations } from "use-intl";
import { When } from "@/components/values/when";
import type { Feed } from "@/domain/feed/feed";

/** When a feed was last read, and what came of it or why nothing did. */
export function FeedOutcome({ feed: { ranAt, result, error, jobId } }: { feed: Feed }) {
  const t = useTranslations("feeds");
  if (jobId !== undefined) return <span className="text-small text-ink-2">{t("running")}</span>;
  if (ranAt === undefined) return <span className="text-small text-ink-3">{t("never")}</span>;
  const more = (["changed", "refused", "left"] as const).flatMap((each) =>
    result && result[each] > 0 ? t(each, { count: result[each] }) : [],
  );
  return (
    <div className="text-small">
      <p className="text-ink-3">
        <When value={ranAt} time />
      </p>
      {error !== undefined ? <p className="text-bad">{error}</p> : null}
      {error === undefined && result ? (
        <p className="text-ink-2">
          {result.unchanged
            ? t("unchanged")
            : [t("result", { imported: result.imported, found: result.found }), ...more].join("; ")}
          .
        </p>
      ) : null}
    </div>
  );
}
