"use client";

import { useTranslations } from "use-intl";
import { WayOut } from "@/components/pages/way-out";
import { Mark } from "@/components/shell/mark";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Something nobody expected: what was kept, what to do, and the number that finds it in the log. */
export function ErrorPage({ digest, onAgain }: { digest: string | undefined; onAgain: () => void }) {
  const t = useTranslations("pages");
  return (
    <main id="content" tabIndex={-1} className="grid grow place-items-center outline-none">
      <EmptyState
        heading="h1"
        picture={<Mark className="size-9 text-ink-3" />}
        title={t("errorTitle")}
        action={
          <>
            <Button variant="primary" onClick={onAgain}>
              {t("again")}
            </Button>
            <WayOut>{t("toProjects")}</WayOut>
          </>
        }
      >
        <p role="alert">{t("error")}</p>
        {digest ? <p className="mt-3 text-small text-ink-3">{t("errorId", { digest })}</p> : null}
      </EmptyState>
    </main>
  );
}
