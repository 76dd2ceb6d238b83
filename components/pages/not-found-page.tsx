import { WayOut } from "@/components/pages/way-out";
import { Mark } from "@/components/shell/mark";
import { EmptyState } from "@/components/ui/empty-state";
import { translator } from "@/messages/translator";

/** An address that leads nowhere for this person. */
export function NotFoundPage({ email }: { /** The account that looks, if anybody is signed in. */ email?: string }) {
  const t = translator("pages");
  return (
    <main id="content" tabIndex={-1} className="grid grow place-items-center outline-none">
      <EmptyState
        heading="h1"
        picture={<Mark className="size-9 text-ink-3" />}
        title={t("notFoundTitle")}
        action={<WayOut>{t("toProjects")}</WayOut>}
      >
        <p>{t("notFound")}</p>
        {email === undefined ? null : <p className="mt-2">{t("askForAccess", { email })}</p>}
      </EmptyState>
    </main>
  );
}
