"use client";

import { usePathname } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { type Choice, choiceOf, fitting, ranked, usedIds, wordsIn } from "@/components/palette/choices";
import { partsFor } from "@/components/project/project-parts";
import { themes } from "@/components/shell/device";
import { chooseTheme } from "@/components/shell/theme";
import type { Me } from "@/domain/people/me";
import { rankOf } from "@/domain/people/palette-rank";
import type { NamedThing } from "@/domain/search/named-thing";

const pages = [
  { page: "work", href: "/work" },
  { page: "search", href: "/search" },
  { page: "projects", href: "/projects" },
  { page: "queue", href: "/queue" },
  { page: "inbox", href: "/inbox" },
  { page: "account", href: "/account" },
  { page: "tokens", href: "/account/tokens" },
] as const;

/** Milliseconds after the last letter before the server is asked. */
const pause = 120;
const none: NonNullable<Me["preferences"]["palette"]> = {};

/** What may be chosen for what was typed: pages and actions at once, reports, entities and places as the server finds them. */
export function useChoices(q: string) {
  const ask = useAsk();
  const [me, setMe] = useState<Me | null>(null);
  const [found, setFound] = useState<{ q: string; items: readonly NamedThing[] }>({ q: "", items: [] });
  const [failed, setFailed] = useState(false);
  const [now] = useState(() => new Date().toISOString());
  const used = me?.preferences.palette ?? none;
  useEffect(() => {
    let gone = false;
    void ask("GET", "/me").then(async (answer) => {
      if (gone) return;
      setFailed(!answer.ok);
      if (!answer.ok) return;
      setMe(answer.value);
      const ids = usedIds(answer.value.preferences.palette ?? none, now);
      if (ids.length === 0) return;
      const named = await ask("GET", `/me/palette?ids=${ids.join(",")}`);
      if (!gone && named.ok) setFound((before) => (before.q === "" ? { q: "", items: named.value.items } : before));
    });
    return () => {
      gone = true;
    };
  }, [ask, now]);
  useEffect(() => {
    if (wordsIn(q).length === 0) return;
    let gone = false;
    const look = async () => {
      const answer = await ask("GET", `/me/palette?q=${encodeURIComponent(q.slice(0, 200))}`);
      if (gone) return;
      setFailed(!answer.ok);
      if (answer.ok) setFound({ q, items: answer.value.items });
    };
    const timer = setTimeout(() => void look(), pause);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [ask, q]);
  const still = useFixed(me);
  const searches = useSearches(q, me);
  const groups = useMemo(() => {
    const things = ranked(found.items.map(choiceOf), used, now);
    const typed = wordsIn(q).length > 0;
    if (!typed) {
      const all = ranked([...things, ...still], used, now);
      const often = all.filter(({ key }) => rankOf(used, key, now) > 0).slice(0, 8);
      const rest = still.filter((each) => each.of !== "part" && !often.includes(each));
      return [
        { group: "used" as const, choices: often },
        { group: "page" as const, choices: rest },
      ];
    }
    const pages = fitting(still, q, used, now).slice(0, 8);
    const ofThese = { group: "thing" as const, choices: found.q === "" ? [] : things };
    const ofPages = { group: "page" as const, choices: pages };
    const first = rankOf(used, pages[0]?.key ?? "", now) > rankOf(used, things[0]?.key ?? "", now);
    const both = first ? [ofPages, ofThese] : [ofThese, ofPages];
    return [...both, { group: "search" as const, choices: searches }];
  }, [found, still, searches, q, used, now]);
  return { groups: groups.filter(({ choices }) => choices.length > 0), failed, used, now };
}

/** Pages, projects and actions, which need no asking. */
function useFixed(me: Me | null): Choice[] {
  const t = useTranslations("shell.palette");
  return useMemo(() => {
    const own = pages.map(
      ({ page, href }): Choice => ({ key: `page:${page}`, of: "page", name: t(`pages.${page}`), href }),
    );
    const people: Choice = { key: "page:people", of: "page", name: t("pages.people"), href: "/people" };
    const looks = themes.map(
      (theme): Choice => ({
        ...{ key: `action:${theme}`, of: "action", name: t(`actions.${theme}`) },
        run: () => chooseTheme(theme),
      }),
    );
    const projects = (me?.projects ?? []).flatMap(({ id, name, role }): Choice[] => [
      { key: `project:${id}`, of: "project", name, href: `/projects/${id}` },
      ...partsFor(role).map(
        ({ part, path }): Choice => ({
          ...{ key: `part:${id}/${part}`, of: "part", name: t(`parts.${part}`), detail: name },
          href: `/projects/${id}${path}`,
        }),
      ),
      ...(role === "editor"
        ? [
            {
              ...{ key: `part:${id}/import`, of: "action" as const, name: t("import"), detail: name },
              href: `/projects/${id}/import`,
            },
          ]
        : []),
    ]);
    return [...own, ...(me?.workspace.role === "admin" ? [people] : []), ...projects, ...looks];
  }, [me, t]);
}

/** What was typed as a search, and as a concordance of the project that is open. */
function useSearches(q: string, me: Me | null): Choice[] {
  const t = useTranslations("shell.palette");
  const path = usePathname();
  return useMemo(() => {
    const words = q.trim();
    const here = me?.projects.find(({ id }) => path.startsWith(`/projects/${id}`));
    const query = new URLSearchParams({ q: words });
    return [
      { key: "search", of: "search", name: t("search", { q: words }), href: `/search?${query}` },
      ...(here
        ? [
            {
              ...{ key: "concordance", of: "search" as const },
              name: t("concordance", { q: words, project: here.name }),
              href: `/projects/${here.id}/concordance?${query}`,
            },
          ]
        : []),
    ];
  }, [q, me, path, t]);
}
