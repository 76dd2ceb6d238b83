"use client";

import { Toast as Radix } from "radix-ui";
import { createContext, type ReactNode, use, useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";

export interface Notice {
  title: ReactNode;
  detail?: ReactNode;
  tone?: "plain" | "bad";
  /** Takes back what the notice tells of. */
  undo?: () => void;
  /** Another single deed; `name` says it to those who cannot reach the button in time. */
  action?: { name: string; run: () => void };
}

const ToastContext = createContext<((notice: Notice) => void) | null>(null);

/** Tells what just happened, quietly, at the lower edge. */
export function useToast(): (notice: Notice) => void {
  const tell = use(ToastContext);
  if (!tell) throw new Error("useToast needs a Toasts above it.");
  return tell;
}

const SECONDS_TO_READ = 6;
const SECONDS_TO_ACT = 12;

/**
 * Keeps the notices: read out politely, reachable with F8, waiting while pointed at or focused.
 * The last three stay in sight.
 */
export function Toasts({ children }: { children: ReactNode }) {
  const t = useTranslations("ui");
  const [notices, setNotices] = useState<(Notice & { id: number })[]>([]);
  const tell = useCallback((notice: Notice) => {
    setNotices((now) => [...now.slice(-2), { ...notice, id: (now.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const forget = (id: number) => setNotices((now) => now.filter((each) => each.id !== id));

  return (
    <ToastContext value={tell}>
      <Radix.Provider swipeDirection="right" label={t("notice")}>
        {children}
        {notices.map((notice) => (
          <Shown key={notice.id} notice={notice} forget={() => forget(notice.id)} />
        ))}
        <Radix.Viewport
          label={t("notices", { hotkey: "F8" })}
          className="fixed inset-e-0 bottom-0 z-60 flex w-96 max-w-full flex-col gap-2 p-4"
        />
      </Radix.Provider>
    </ToastContext>
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
      className="settles flex items-center gap-3 rounded-3 border border-line-strong bg-surface py-2.5 ps-4 pe-2 text-small shadow-float"
    >
      {notice.tone === "bad" ? <Icon name="warning" className="text-bad" /> : null}
      <div className="min-w-0 grow">
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
