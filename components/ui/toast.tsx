"use client";

import { createContext, type ReactNode, use, useCallback, useState } from "react";
import { Later, part } from "@/components/ui/later";
import type { Notice } from "@/components/ui/notice";

const shown = part(() => import("@/components/ui/notices").then((all) => all.Notices));

const ToastContext = createContext<((notice: Notice) => void) | null>(null);

/** Tells what just happened, quietly, at the lower edge. */
export function useToast(): (notice: Notice) => void {
  const tell = use(ToastContext);
  if (!tell) throw new Error("useToast needs a Toasts above it.");
  return tell;
}

/** Keeps the notices; the last three stay in sight. */
export function Toasts({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<(Notice & { id: number })[] | null>(null);
  const tell = useCallback((notice: Notice) => {
    setNotices((now) => [...(now ?? []).slice(-2), { ...notice, id: (now?.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const forget = useCallback((id: number) => setNotices((now) => (now ?? []).filter((each) => each.id !== id)), []);

  return (
    <ToastContext value={tell}>
      {children}
      {notices ? <Later of={shown} notices={notices} forget={forget} /> : null}
    </ToastContext>
  );
}
