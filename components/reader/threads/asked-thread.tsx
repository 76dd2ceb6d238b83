"use client";

import { useTranslations } from "use-intl";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { ThreadCard } from "@/components/reader/threads/thread-card";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";

/** The thread that a bubble in the margin or an address asked for, when it is not among those shown anyway. */
export function AskedThread() {
  const close = useTranslations("ui")("close");
  const desk = useDesk();
  const thread = useReader((state) => (state.openThread ? state.threads.get(state.openThread) : undefined));
  const selected = useReader((state) => state.selected);
  if (!thread) return null;
  const { target } = thread;
  if (target.on === "tag" ? target.tagId === selected : selected === null) return null;
  return (
    <section className="mb-4 flex flex-col items-stretch gap-1">
      <IconButton
        size="small"
        className="size-7 self-end px-0"
        label={close}
        icon={<Icon name="close" />}
        onClick={() => desk.showThread(null)}
      />
      <ThreadCard thread={thread} asked />
    </section>
  );
}
