"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { InboxLine } from "@/components/inbox/inbox-line";
import { useLive } from "@/components/live/use-live";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Paging, pageAt } from "@/components/ui/paging";
import { useToast } from "@/components/ui/toast";
import type { Notification } from "@/domain/notification/notification";

/** What a person was told, day by day, newest first; arrow keys go from line to line. */
export function InboxPage({
  user,
  lines,
  next,
  unread,
  onlyUnread,
  paged,
}: {
  user: string;
  lines: readonly Notification[];
  next: string | undefined;
  unread: number;
  onlyUnread: boolean;
  paged: boolean;
}) {
  const t = useTranslations("inbox");
  const format = useFormatter();
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const list = useRef<HTMLDivElement>(null);
  useFreshness({ onlyUnread, unread, paged, lines, user });

  useArrows(list);

  async function mark(path: string, body: object) {
    const answer = await ask("PUT", `/me/notifications${path}`, body);
    if (!answer.ok) return toast({ tone: "bad", title: answer.problem.detail ?? t("failed") });
    router.refresh();
  }
  // What came since this page was made stays unread.
  const markAll = () => mark("", { read: true, until: lines[0]?.at });

  const base = (only: boolean, cursor?: string) => {
    const query = new URLSearchParams({ ...(only ? { unread: "true" } : {}), ...(cursor ? { cursor } : {}) });
    return `/inbox${query.size > 0 ? `?${query}` : ""}`;
  };
  const days = byDay(lines, ({ at }) => format.dateTime(new Date(at), { dateStyle: "full" }));

  return (
    <Page
      narrow
      title={t("title")}
      lead={<span aria-live="polite">{t("lead", { unread })}</span>}
      actions={
        unread > 0 && !paged && lines.length > 0 ? <Button onClick={() => void markAll()}>{t("markAll")}</Button> : null
      }
    >
      <nav aria-label={t("which")} className="mb-6 flex gap-1 border-b border-line">
        <Choice href={base(false)} current={!onlyUnread} label={t("all")} />
        <Choice href={base(true)} current={onlyUnread} label={t("unread")} />
      </nav>
      {lines.length === 0 ? (
        onlyUnread ? (
          <EmptyState title={t("noneTitle")} action={<ButtonLink href={base(false)}>{t("showAll")}</ButtonLink>}>
            {t("none")}
          </EmptyState>
        ) : (
          <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
        )
      ) : (
        <Days list={list} days={days} onMark={mark} />
      )}
      <Paging
        label={t("pages")}
        first={paged ? base(onlyUnread) : undefined}
        next={next && pageAt(base(onlyUnread), next)}
        byTime
      />
    </Page>
  );
}

function Days({
  list,
  days,
  onMark,
}: {
  list: RefObject<HTMLDivElement | null>;
  days: ReturnType<typeof byDay>;
  onMark: (path: string, body: object) => Promise<void>;
}) {
  const ask = useAsk();
  return (
    <div ref={list} className="space-y-8">
      {days.map(([day, those]) => (
        <section key={day} aria-label={day}>
          <h2 className="eyebrow mb-2">{day}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {those.map((line) => (
              <InboxLine
                key={line.id}
                line={line}
                onMark={(read) => void onMark(`/${line.id}`, { read })}
                onFollow={() => void ask("PUT", `/me/notifications/${line.id}`, { read: true })}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Reads the inbox again when something came. */
function useFreshness({
  onlyUnread,
  unread,
  paged,
  lines,
  user,
}: {
  onlyUnread: boolean;
  unread: number;
  paged: boolean;
  lines: readonly Notification[];
  user: string;
}) {
  const ask = useAsk();
  const router = useRouter();
  const look = async () => {
    const answer = await ask("GET", `/me/notifications?limit=1${onlyUnread ? "&unread=true" : ""}`);
    if (!answer.ok) return;
    const [newest] = answer.value.items;
    if (answer.value.unread !== unread || (!paged && newest?.id !== lines[0]?.id)) router.refresh();
  };
  useLive(
    user,
    undefined,
    (word) => {
      if (word.is === "inbox" || word.is === "anew") router.refresh();
    },
    () => void look(),
  );
}

function Choice({ href, current, label }: { href: string; current: boolean; label: string }) {
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={`-mb-px border-b-2 px-3 py-2 no-underline ${
        current ? "border-accent font-medium text-ink" : "border-transparent text-ink-2 hover:text-ink"
      }`}
    >
      {label}
    </Link>
  );
}

/** Up and down go from line to line while one of them has the focus. */
function useArrows(list: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const links = [...(list.current?.querySelectorAll<HTMLElement>("[data-line]") ?? [])];
      const here = links.findIndex((link) => link.closest("li")?.contains(document.activeElement));
      if (way === undefined || here < 0) return;
      event.preventDefault();
      links[here + way]?.focus();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [list]);
}

function byDay(lines: readonly Notification[], dayOf: (line: Notification) => string): [string, Notification[]][] {
  const days = new Map<string, Notification[]>();
  for (const line of lines) days.set(dayOf(line), [...(days.get(dayOf(line)) ?? []), line]);
  return [...days];
}
