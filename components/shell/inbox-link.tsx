"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useLive } from "@/components/live/use-live";
import { Icon } from "@/components/ui/icon";

/** Beyond this many the badge does not count. */
const counted = 99;

/** The way to the inbox, with how much in it is unread, as it happens. */
export function InboxLink({ user, unread: atFirst, position }: { user: string; unread: number; position: string }) {
  const t = useTranslations("shell");
  const [heard, setHeard] = useState<{ after: number; unread: number } | null>(null);
  useLive(user, position, (word) => {
    if (word.is === "inbox") setHeard({ after: atFirst, unread: word.unread });
  });
  // What the server said with a newer page counts more than what was heard on an older one.
  const unread = heard && heard.after === atFirst ? heard.unread : atFirst;
  return (
    <Link
      href="/inbox"
      prefetch={false}
      aria-label={unread > counted ? t("inboxMany") : t("inbox", { unread })}
      className="relative grid size-8 place-items-center rounded-full text-ink-2 no-underline hover:bg-sunken hover:text-ink"
    >
      <Icon name="inbox" className="size-4.5" />
      {unread > 0 ? (
        <span
          aria-hidden="true"
          className="absolute -inset-bs-0.5 -end-1 min-w-4 rounded-full bg-accent px-1 text-center text-[0.65rem] leading-4 font-semibold text-on-accent"
        >
          {unread > counted ? t("inboxBeyond") : t("inboxUnread", { unread })}
        </span>
      ) : null}
    </Link>
  );
}
