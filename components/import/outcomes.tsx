"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Chip } from "@/components/ui/chip";
import type { ImportOutcome } from "@/domain/report/report";

/** What became of each: imported and how it was read, already here, or refused and why. */
export function Outcomes({ outcomes }: { outcomes: readonly ImportOutcome[] }) {
  const t = useTranslations("import");
  const count = (kind: ImportOutcome["outcome"]) => outcomes.filter(({ outcome }) => outcome === kind).length;
  return (
    <section aria-labelledby="outcomes" className="space-y-3">
      <h2 id="outcomes" className="headline text-lead">
        {t("resultTitle")}
      </h2>
      <p role="status" className="text-small text-ink-2">
        {t("summary", { imported: count("imported"), duplicate: count("duplicate"), refused: count("refused") })}
      </p>
      <ul className="divide-y divide-line border-y border-line text-small">
        {outcomes.map((outcome, index) => (
          <li
            key={`${outcome.name}/${String(index)}`}
            className="grid gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[7.5rem_minmax(0,1fr)]"
          >
            <span>
              <Label outcome={outcome} />
            </span>
            <span className="min-w-0">
              <What outcome={outcome} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Label({ outcome: { outcome } }: { outcome: ImportOutcome }) {
  const t = useTranslations("import");
  const tone = outcome === "imported" ? "green" : outcome === "duplicate" ? "ochre" : "bad";
  return <Chip tone={tone}>{t(outcome)}</Chip>;
}

function What({ outcome }: { outcome: ImportOutcome }) {
  const t = useTranslations("import");
  if (outcome.outcome === "refused") {
    return (
      <>
        <bdi className="font-medium">{outcome.name}</bdi>
        <span className="block text-ink-2">{outcome.reason}</span>
      </>
    );
  }
  return (
    <>
      <Link href={`/reports/${outcome.id}`} className="link font-medium">
        <bdi>{outcome.title}</bdi>
      </Link>
      <span className="block text-ink-2">
        <bdi>{outcome.name}</bdi>
        {" · "}
        {outcome.outcome === "imported"
          ? t("encoding", { encoding: outcome.encoding })
          : t(outcome.same === "file" ? "sameFile" : "sameText")}
      </span>
    </>
  );
}
