import { useTranslations } from "use-intl";
import { When } from "@/components/values/when";
import type { FeedOrigin } from "@/domain/feed/feed";

/** Which feed brought a report, when, and what it is called there. */
export function FromFeed({ origin: { feed, key, address, fetchedAt, changedAt } }: { origin: FeedOrigin }) {
  const t = useTranslations("feeds");
  const lines = [
    { name: t("fromFeed"), value: <bdi>{feed}</bdi> },
    { name: t("fromKey"), value: <bdi>{key}</bdi> },
    ...(address === undefined ? [] : [{ name: t("fromAddress"), value: <bdi>{address}</bdi> }]),
    { name: t("fromFetched"), value: <When value={fetchedAt} time /> },
    ...(changedAt === undefined ? [] : [{ name: t("fromChanged"), value: <When value={changedAt} time /> }]),
  ];
  return (
    <section aria-labelledby="from-feed" className="space-y-4">
      <h2 id="from-feed" className="headline text-lead">
        {t("from")}
      </h2>
      <dl className="grid gap-x-6 gap-y-1 text-small sm:grid-cols-[10rem_minmax(0,1fr)]">
        {lines.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
