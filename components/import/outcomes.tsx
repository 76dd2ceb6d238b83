"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { useEncodingName } from "@/components/import/encoding-name";
import { FoundList } from "@/components/import/found-list";
import { WarningList } from "@/components/import/warning-list";
import { Chip } from "@/components/ui/chip";
import { Language } from "@/components/values/language";
import type { ImportOutcome } from "@/domain/report/import-outcome";

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
  const tone = outcome === "imported" ? "green" : outcome === "refused" ? "bad" : "ochre";
  return <Chip tone={tone}>{t(outcome)}</Chip>;
}

function What({ outcome }: { outcome: ImportOutcome }) {
  const t = useTranslations("import");
  switch (outcome.outcome) {
    case "unsure":
      return <bdi className="font-medium">{outcome.name}</bdi>;
    case "refused":
      return (
        <>
          <bdi className="font-medium">{outcome.name}</bdi>
          <span className="block text-ink-2">{outcome.reason}</span>
        </>
      );
    case "duplicate":
      return (
        <>
          <Report {...outcome} />
          <span className="block text-ink-2">
            <bdi>{outcome.name}</bdi>
            {" · "}
            {t(outcome.same === "file" ? "sameFile" : "sameText")}
          </span>
        </>
      );
    case "imported":
      return (
        <>
          <Report {...outcome} />
          <HowRead outcome={outcome} />
          <FromDocument {...outcome} />
        </>
      );
  }
}

const Report = ({ id, title }: { id: string; title: string }) => (
  <Link href={`/reports/${id}`} className="link font-medium">
    <bdi>{title}</bdi>
  </Link>
);

/** What its reader says of the text, and what the document says of itself. */
function FromDocument({ id, title, document: { warnings, found } }: Extract<ImportOutcome, { outcome: "imported" }>) {
  const t = useTranslations("import");
  return (
    <>
      {warnings.length > 0 ? (
        <details className="mt-1" open={warnings.length < 4}>
          <summary className="cursor-pointer text-ink-2">{t("warningsTitle")}</summary>
          <div className="mt-1">
            <WarningList warnings={warnings} />
          </div>
        </details>
      ) : null}
      {found.length > 0 ? (
        <div className="mt-2 space-y-1 border-s-2 border-line ps-3">
          <p className="text-ink-2">
            {t("foundTitle")}
            {" · "}
            <Link href={`/reports/${id}/details`} className="link">
              {t("correct")}
              <span className="sr-only">: {title}</span>
            </Link>
          </p>
          <FoundList id={id} title={title} found={found} confirmed={false} mayConfirm />
        </div>
      ) : null}
    </>
  );
}

/** The encoding and the language, and that they are guesses where nobody named them; guesses can be looked into. */
function HowRead({
  outcome: {
    id,
    name,
    encoding,
    language,
    document: { extractor: reader },
  },
}: {
  outcome: Extract<ImportOutcome, { outcome: "imported" }>;
}) {
  const t = useTranslations("import");
  const nameOf = useEncodingName();
  const guessed = language.guessed ? t(language.tag === "und" ? "languageUnknown" : "languageGuessed") : null;
  return (
    <>
      <span className="block text-ink-2">
        <bdi>{name}</bdi>
        {" · "}
        {encoding.label === "binary"
          ? t("readBy", { reader })
          : t(encoding.certain ? "encoding" : "encodingGuessed", { encoding: nameOf(encoding.label) })}
        {guessed ? (
          <>
            {" · "}
            <Link href={`/reports/${id}/details`} className="link">
              {language.tag === "und" ? null : <Language tag={language.tag} />} {guessed}
            </Link>
          </>
        ) : null}
      </span>
      {encoding.certain || encoding.alternatives.length === 0 ? null : (
        <details className="mt-1">
          <summary className="cursor-pointer text-ink-2">{t("howElse")}</summary>
          <dl className="mt-2 space-y-2 border-s-2 border-line ps-3">
            {[{ label: encoding.label, passage: encoding.passage ?? "" }, ...encoding.alternatives].map((each) => (
              <div key={each.label}>
                <dt className="text-ink-3">{nameOf(each.label)}</dt>
                <dd className="font-serif break-words">
                  <bdi dir="auto">{each.passage}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
