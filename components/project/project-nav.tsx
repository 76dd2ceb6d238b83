"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { ProjectRole } from "@/domain/project/project";

const parts = [
  { part: "reports", path: "", from: "reader" },
  { part: "queue", path: "/queue", from: "reviewer" },
  { part: "progress", path: "/progress", from: "analyst" },
  { part: "events", path: "/events", from: "reader" },
  { part: "entities", path: "/entities", from: "reader" },
  { part: "codebook", path: "/codebook", from: "reader" },
  { part: "agreement", path: "/agreement", from: "reviewer" },
  { part: "dashboard", path: "/dashboard", from: "editor" },
  { part: "activity", path: "/activity", from: "analyst" },
  { part: "export", path: "/export", from: "analyst" },
  { part: "jobs", path: "/jobs", from: "editor" },
  { part: "members", path: "/members", from: "reader" },
  { part: "settings", path: "/settings", from: "editor" },
] as const;

const ladder: readonly ProjectRole[] = ["reader", "analyst", "reviewer", "editor"];

/** The parts of a project that this role may open. */
export function ProjectNav({ projectId, role }: { projectId: string; role: ProjectRole }) {
  const t = useTranslations("projects");
  const here = usePathname();
  const base = `/projects/${projectId}`;
  const list = useRef<HTMLUListElement>(null);
  // Where there is not room for all of them, the one that is open is in sight.
  useEffect(() => {
    const { current } = list;
    const open = here && current?.querySelector<HTMLElement>("[aria-current=page]");
    if (!current || !open) return;
    const bring = () => {
      current.scrollLeft = open.offsetLeft - (current.clientWidth - open.offsetWidth) / 2;
    };
    bring();
    const observer = new ResizeObserver(bring);
    observer.observe(current);
    return () => observer.disconnect();
  }, [here]);
  return (
    <nav aria-label={t("nav")} className="border-b border-line bg-surface">
      <ul ref={list} className="relative mx-auto flex max-w-6xl gap-5 overflow-x-auto px-4 sm:px-6">
        {parts
          .filter(({ from }) => ladder.indexOf(role) >= ladder.indexOf(from))
          .map(({ part, path }) => {
            const current =
              path === "" ? here === base || here.startsWith(`${base}/import`) : here.startsWith(base + path);
            return (
              <li key={part}>
                <Link
                  href={base + path}
                  {...(current ? { "aria-current": "page" as const } : {})}
                  className="block border-b-2 border-transparent py-2 text-small font-medium whitespace-nowrap text-ink-2 no-underline hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:text-ink"
                >
                  {t(part)}
                </Link>
              </li>
            );
          })}
      </ul>
    </nav>
  );
}
