"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Later, part } from "@/components/ui/later";
import type { Span } from "@/editor/positions";

const protectPassage = part(() => import("@/components/reader/parts").then((all) => all.ProtectPassage));

/** Asks what may leave of the chosen words. */
export function ProtectWords({ passage }: { passage: readonly Span[] }) {
  const t = useTranslations("reader");
  const [asked, setAsked] = useState<readonly Span[] | null>(null);
  return (
    <>
      <button
        type="button"
        onClick={() => setAsked(passage)}
        className="flex min-h-9 items-center gap-1.5 rounded-2 px-2 py-1.5 text-small font-medium text-ink hover:bg-hover pointer-coarse:min-h-11"
      >
        {t("protect")}
      </button>
      {asked ? <Later of={protectPassage} spans={asked} onDone={() => setAsked(null)} /> : null}
    </>
  );
}
