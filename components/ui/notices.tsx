"use client";

import { Toast as Radix } from "radix-ui";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import type { Notice } from "@/components/ui/notice";

const SECONDS_TO_READ = 6;
const SECONDS_TO_ACT = 12;

/** Notices in sight: read out politely, reachable with F8, waiting while pointed at or focused. */
export function Notices({
  notices,
  forget,
}: {
  notices: readonly (Notice & { id: number })[];
  forget: (id: number) => void;
}) {
  const t = useTranslations("ui");
  return (
    <Radix.Provider swipeDirection="right" label={t("notice")}>
      {notices.map((notice) => (
        <Shown key={notice.id} notice={notice} forget={() => forget(notice.id)} />
      ))}
      <Radix.Viewport
        label={t("notices", { hotkey: "F8" })}
        className="notices fixed inset-e-0 bottom-0 z-60 flex w-96 max-w-full flex-col gap-2 p-4"
      />
    </Radix.Provider>
  );
}

function Shown({ notice, forget }: { notice: Notice; forget: () => void }) {
  const t = useTranslations("ui");
  const deed = notice.undo ? { name: t("undo"), run: notice.undo } : notice.action;
  return (
    <Radix.Root
      type="background"
      duration={1000 * (deed ? SECONDS_TO_ACT : SECONDS_TO_READ)}
      onOpenChange={(open) => {
        if (!open) forget();
      }}
      className="settles flex flex-wrap items-center gap-x-3 gap-y-1 rounded-3 border border-line-strong bg-surface py-2.5 ps-4 pe-2 text-small shadow-float"
    >
      {notice.tone === "bad" ? <Icon name="warning" className="text-bad" /> : null}
      <div className="min-w-32 flex-1">
        <Radix.Title className="font-medium">{notice.title}</Radix.Title>
        {notice.detail ? <Radix.Description className="text-ink-2">{notice.detail}</Radix.Description> : null}
      </div>
      {deed ? (
        <Radix.Action asChild altText={deed.name}>
          <Button size="small" onClick={deed.run} {...(notice.undo ? { icon: <Icon name="undo" /> } : {})}>
            {deed.name}
          </Button>
        </Radix.Action>
      ) : null}
      <Radix.Close asChild>
        <IconButton label={t("dismiss")} icon={<Icon name="close" />} />
      </Radix.Close>
    </Radix.Root>
  );
}
