"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { When } from "@/components/values/when";
import type { EventLine } from "@/domain/event/event";

/** What was done to the event, newest first. */
export function EventHistory({ lines, base }: { lines: readonly EventLine[]; base: string }) {
  const t = useTranslations("events.history");
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="headline text-lead">
        {t("title")}
      </h2>
      <ol className="mt-3 space-y-3 text-small">
        {lines.map((line) => (
          <li key={`${line.version}/${line.did}/${line.at}`}>
            <span>
              <bdi className="font-medium">{line.byName}</bdi>{" "}
              {t(`did.${line.did}`, { fields: (line.fields ?? []).map((field) => t(`fields.${field}`)).join(", ") })}
            </span>
            {line.reason ? (
              <span dir="auto" className="block text-ink-2">
                “{line.reason}”
              </span>
            ) : null}
            <span className="block text-ink-3">
              <When value={line.at} time /> · {t("version", { version: line.version })}
              {line.other ? (
                <>
                  {" · "}
                  <Link className="link" prefetch={false} href={`${base}/${line.other}`}>
                    {t("other")}
                  </Link>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
