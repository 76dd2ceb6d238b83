"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { whereIs } from "@/components/inbox/where";
import { useKindNames } from "@/components/queue/kind-names";
import { Button } from "@/components/ui/button";
import { clock } from "@/components/values/clock";
import type { Notification } from "@/domain/notification/notification";

/** One line: who did what, where it leads, and whether it was seen. Following it marks it read. */
export function InboxLine({
  line,
  onMark,
  onFollow,
}: {
  line: Notification;
  onMark: (read: boolean) => void;
  onFollow: () => void;
}) {
  const t = useTranslations("inbox");
  const format = useFormatter();
  const unread = line.readAt === undefined;
  return (
    <li className="grid grid-cols-[0.75rem_minmax(0,1fr)_auto] items-start gap-x-3 py-3">
      <span
        {...(unread ? { role: "img", "aria-label": t("isUnread") } : {})}
        className={`mt-1.5 size-2 rounded-full ${unread ? "bg-accent" : ""}`}
      />
      <div className="min-w-0">
        <Link
          data-line
          prefetch={false}
          href={whereIs(line)}
          onClick={() => unread && onFollow()}
          className={`block text-ink no-underline hover:text-accent hover:underline ${unread ? "font-medium" : ""}`}
        >
          {line.kind === "found" ? null : <bdi>{line.byName === "" ? t("somebody") : line.byName}</bdi>}{" "}
          {t(`lines.${line.kind}`, { count: line.count, search: line.searchName ?? "" })}
          {line.reportTitle ? (
            <span className="mt-0.5 line-clamp-2 font-normal text-ink-2">
              <bdi>{line.reportTitle}</bdi>
            </span>
          ) : null}
        </Link>
        {line.tags ? <Decided line={line} onFollow={() => unread && onFollow()} /> : null}
        <p className="mt-0.5 text-small text-ink-3">
          <time dateTime={line.at}>{format.dateTime(new Date(line.at), clock)}</time> · <bdi>{line.projectName}</bdi>
        </p>
      </div>
      <Button size="small" variant="quiet" onClick={() => onMark(unread)}>
        {unread ? t("markRead") : t("markUnread")}
      </Button>
    </li>
  );
}

/** The tags that were decided on: what each is, its words, and why; each leads to itself. */
function Decided({ line, onFollow }: { line: Notification; onFollow: () => void }) {
  const t = useTranslations("inbox");
  const kindName = useKindNames([]);
  const { tags = [], count } = line;
  return (
    <ul aria-label={t("tags")} className="mt-1 flex flex-col gap-0.5 text-small">
      {tags.map(({ tagId, kind, words, reason }) => (
        <li key={tagId}>
          <Link
            prefetch={false}
            href={whereIs({ ...line, tagId })}
            onClick={onFollow}
            className="block text-ink-2 no-underline hover:text-accent hover:underline"
          >
            <span className="text-ink-3">{kindName(kind)}</span> <q dir="auto">{words}</q>
            {reason ? (
              <>
                {": "}
                <span dir="auto">{reason}</span>
              </>
            ) : null}
          </Link>
        </li>
      ))}
      {count > tags.length ? <li className="text-ink-3">{t("moreTags", { count: count - tags.length })}</li> : null}
    </ul>
  );
}
