"use client";

import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { usePresence } from "@/components/reader/colleagues/use-presence";
import { initials } from "@/components/shell/initials";

const shownAtOnce = 4;
/** Milliseconds for which news stays on the screen. */
const newsFor = 10_000;

/** Who else has the report open, and what they did just now. */
export function Colleagues() {
  const t = useTranslations("live");
  const format = useFormatter();
  const { ask } = useDesk();
  const reportId = useReader((state) => state.report.id);
  const me = useReader((state) => state.me.id);
  const here = usePresence(ask, reportId, me);
  const names = here.map(({ name }) => name);
  const all = t("here", { count: names.length, names: format.list(names) });

  return (
    <>
      <News />
      {here.length > 0 ? (
        <span role="img" aria-label={all} title={all} className="flex -space-x-1.5 max-sm:hidden">
          {here.slice(0, shownAtOnce).map(({ userId, name }) => (
            <span key={userId} className={circle}>
              {initials(name)}
            </span>
          ))}
          {here.length > shownAtOnce ? (
            <span className={circle}>{t("more", { count: here.length - shownAtOnce })}</span>
          ) : null}
        </span>
      ) : null}
    </>
  );
}

const circle =
  "grid size-7 place-items-center rounded-full border border-line bg-source-wash text-tiny font-semibold text-source ring-2 ring-surface";

function News() {
  const t = useTranslations("live");
  const news = useReader((state) => state.news);
  const people = useReader((state) => state.people);
  const [old, setOld] = useState(news);
  useEffect(() => {
    const timer = setTimeout(() => setOld(news), newsFor);
    return () => clearTimeout(timer);
  }, [news]);
  const nameOf = (id: (typeof news)[number]["by"]) => (id && people.get(id)?.name) ?? t("somebody");
  const words = (news === old ? [] : news).map(({ by, what, count }) => t(`news.${what}`, { name: nameOf(by), count }));
  return (
    <span role="status" className="max-w-72 truncate text-tiny text-ink-3 max-lg:sr-only">
      {words.join(" · ")}
    </span>
  );
}
