"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Mark } from "@/components/shell/mark";
import { Specimen } from "@/components/sign-in/specimen";

/** The page before one is in: the way in on one side, a glossed line on the other. */
export function EntryFrame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <div className="grid grow lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <main id="content" tabIndex={-1} className="flex flex-col px-5 py-8 outline-none sm:px-10 lg:py-12">
        <p className="flex items-center gap-2.5 font-serif text-lead font-semibold">
          <Mark className="size-7" />
          {t("product")}
        </p>
        <div className="mx-auto my-auto w-full max-w-sm space-y-7 py-10">
          <div>
            <h1 className="headline text-display">{title}</h1>
            {lead ? <p className="mt-2 text-ink-2">{lead}</p> : null}
          </div>
          {children}
        </div>
      </main>
      <Specimen />
    </div>
  );
}
