"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { ProjectRole } from "@/domain/project/project";
import { groupsFor, type ProjectPart, partAt } from "./project-parts";

/** The pages of a project that this role may open: its groups, and below them the pages of the group one is in. */
export function ProjectNav({ projectId, role }: { projectId: string; role: ProjectRole }) {
  const t = useTranslations("projects");
  const base = `/projects/${projectId}`;
  const here = partAt((usePathname() ?? base).slice(base.length));
  const groups = groupsFor(role);
  const open = groups.find((group) => group.includes(here)) ?? [];
  const firsts = groups.flatMap(([first]) => (first ? [first] : []));
  return (
    <nav data-screen-only aria-label={t("nav")} className="border-b border-line bg-surface">
      <Row
        parts={firsts}
        base={base}
        current={open[0]}
        level={open.length > 1 ? "true" : "page"}
        look="border-b-2 border-transparent py-2 font-medium aria-[current]:border-accent"
      />
      {open.length > 1 ? (
        <div className="border-t border-line">
          <Row parts={open} base={base} current={here} level="page" look="py-1.5 aria-[current]:font-medium" />
        </div>
      ) : null}
    </nav>
  );
}

function Row({
  parts,
  base,
  current,
  level,
  look,
}: {
  parts: readonly ProjectPart[];
  base: string;
  current: ProjectPart | undefined;
  /** What the current one is called to a screen reader: the page itself, or the group it is in. */
  level: "page" | "true";
  look: string;
}) {
  const t = useTranslations("projects");
  const list = useRef<HTMLUListElement>(null);
  const shown = current?.part;
  // Where there is not room for all of them, the one that is open is in sight.
  useEffect(() => {
    const { current: row } = list;
    const open = shown && row?.querySelector<HTMLElement>("[aria-current]");
    if (!row || !open) return;
    const bring = () => {
      row.scrollLeft = open.offsetLeft - (row.clientWidth - open.offsetWidth) / 2;
    };
    bring();
    const observer = new ResizeObserver(bring);
    observer.observe(row);
    return () => observer.disconnect();
  }, [shown]);
  return (
    <ul ref={list} className="relative mx-auto flex max-w-6xl gap-5 overflow-x-auto px-4 sm:px-6">
      {parts.map(({ part, path }) => (
        <li key={part}>
          <Link
            href={base + path}
            {...(part === shown ? { "aria-current": level } : {})}
            className={`block text-small whitespace-nowrap text-ink-2 no-underline hover:text-ink focus-visible:-outline-offset-2 aria-[current]:text-ink ${look}`}
          >
            {t(part)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
