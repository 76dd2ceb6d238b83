"use client";

import { useTranslations } from "use-intl";
import type { useImport } from "@/components/import/use-import";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";

type Sent = Pick<ReturnType<typeof useImport>, "progress" | "cancelling" | "cancel">;

/** The way to start, and to stop. */
export function Start({ count, ready, busy, ...going }: Sent & { count: number; ready: boolean; busy: boolean }) {
  const t = useTranslations("import");
  return (
    <div className="flex items-center gap-4">
      <Button variant="primary" size="large" type="submit" busy={busy} disabled={!ready}>
        {t("submit", { count })}
      </Button>
      <Going {...going} />
    </div>
  );
}

/** How far the files are, and the way to stop. */
function Going({ progress, cancelling, cancel }: Sent) {
  const t = useTranslations("import");
  if (!progress) return null;
  return (
    <>
      <div className="min-w-48 grow">
        <Progress label={t("progress")} done={progress.done} total={progress.total} />
      </div>
      {progress.total > 1 ? (
        <Button disabled={cancelling} onClick={cancel}>
          {t(cancelling ? "cancelling" : "cancel")}
        </Button>
      ) : null}
    </>
  );
}
