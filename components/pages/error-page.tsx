"use client";

import { useTranslations } from "use-intl";
import { type Device, type Found, useAway } from "@/components/pages/use-away";
import { WayOut } from "@/components/pages/way-out";
import { Mark } from "@/components/shell/mark";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type Props = { digest: string | undefined; onAgain: () => void; device: Device };

/**
 * A page that could not be shown: because the server is away, then it says what waits here and goes on by itself, or
 * because of something nobody expected, then it says what was kept and the number that finds it in the log.
 */
export function ErrorPage({ digest, onAgain, device }: Props) {
  const t = useTranslations("pages");
  const found = useAway(device);
  const title = {
    looking: t("looking"),
    broken: t("errorTitle"),
    away: found.is === "away" ? t(`away.${found.reason}`) : "",
  };
  return (
    <main id="content" tabIndex={-1} className="grid grow place-items-center outline-none">
      <title>{title[found.is]}</title>
      {found.is === "away" ? <Away found={found} onAgain={device.reload} /> : null}
      {found.is === "broken" ? <Broken digest={digest} onAgain={onAgain} /> : null}
      {found.is === "looking" ? <Looking /> : null}
    </main>
  );
}

const picture = <Mark className="size-9 text-ink-3" />;

function Looking() {
  const t = useTranslations("pages");
  return <EmptyState heading="h1" picture={picture} title={t("looking")} />;
}

function Away({ found, onAgain }: { found: Extract<Found, { is: "away" }>; onAgain: () => void }) {
  const t = useTranslations("pages");
  const again = (
    <Button variant="primary" onClick={onAgain}>
      {t("lookAgain")}
    </Button>
  );
  return (
    <EmptyState heading="h1" picture={picture} title={t(`away.${found.reason}`)} action={again}>
      <p role="status">{t("awayWaiting", { count: found.waiting })}</p>
      <p className="mt-3">{t("awayLead")}</p>
    </EmptyState>
  );
}

function Broken({ digest, onAgain }: { digest: string | undefined; onAgain: () => void }) {
  const t = useTranslations("pages");
  const ways = (
    <>
      <Button variant="primary" onClick={onAgain}>
        {t("again")}
      </Button>
      <WayOut>{t("toProjects")}</WayOut>
    </>
  );
  return (
    <EmptyState heading="h1" picture={picture} title={t("errorTitle")} action={ways}>
      <p role="alert">{t("error")}</p>
      {digest ? <p className="mt-3 text-small text-ink-3">{t("errorId", { digest })}</p> : null}
    </EmptyState>
  );
}
