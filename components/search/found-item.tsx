"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Chip } from "@/components/ui/chip";
import { When } from "@/components/values/when";
import type { Found } from "@/domain/search/found";

/** One thing that was found: what it is, where it is, and the words that fit, marked. */
export function FoundItem({ item, withProject }: { item: Found; withProject: boolean }) {
  const t = useTranslations("search");
  const { of, title, name = title, projectName, outlet, published, at, by, words } = item;
  const about = [
    of === "report" || of === "entity" ? undefined : t("inReport", { title }),
    by === undefined ? undefined : t("by", { name: by }),
    outlet,
    withProject ? projectName : undefined,
  ].filter((each) => each !== undefined);
  return (
    <li className="border-b border-line py-4 first:pt-2">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Chip>{t(`one.${of}`)}</Chip>
        {item.fresh ? <Chip tone="accent">{t("new")}</Chip> : null}
        <Link dir="auto" href={addressOf(item)} className="min-w-0 font-semibold text-ink no-underline hover:underline">
          {name}
        </Link>
      </p>
      {words.text === "" || (words.text === name && words.marks.length === 0) ? null : <Words words={words} />}
      <p className="mt-1 flex flex-wrap gap-x-2 text-tiny text-ink-3">
        <When value={published ?? at} />
        {about.map((each) => (
          <span key={each}>
            · <bdi>{each}</bdi>
          </span>
        ))}
      </p>
    </li>
  );
}

function Words({ words: { text, marks, before, after } }: Pick<Found, "words">) {
  const pieces: ReactNode[] = [];
  let read = 0;
  for (const { start, end } of marks) {
    pieces.push(
      text.slice(read, start),
      <mark key={start} className="rounded-1 bg-accent-wash text-ink">
        {text.slice(start, end)}
      </mark>,
    );
    read = end;
  }
  return (
    <p dir="auto" className="mt-1 font-serif text-ink-2 wrap-anywhere">
      {before ? "… " : ""}
      {pieces}
      {text.slice(read)}
      {after ? " …" : ""}
    </p>
  );
}

function addressOf({ of, id, projectId, reportId, threadId, place }: Found): string {
  if (of === "entity") return `/projects/${projectId}/entities/${id}`;
  if (of === "tag") return `/reports/${reportId}?tag=${id}`;
  if (of === "comment") return `/reports/${reportId}?thread=${threadId}`;
  return place
    ? `/reports/${reportId}?at=${place.start}-${place.end}&revision=${place.revision}`
    : `/reports/${reportId}`;
}
