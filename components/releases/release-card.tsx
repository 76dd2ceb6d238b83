"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Deciding, ReleaseApproval } from "@/components/releases/release-approval";
import { WithdrawRelease } from "@/components/releases/withdraw-release";
import { Chip } from "@/components/ui/chip";
import { Dotted } from "@/components/ui/dotted";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/input";
import { When } from "@/components/values/when";
import type { Release } from "@/domain/release/release";

const link = "inline-flex items-center gap-1.5 text-small link";
const tones = { waiting: "ochre", withdrawn: "ochre", declined: "bad", erased: "bad" } as const;
const megabyte = 1024 * 1024;

/** One release: what it holds, how it is known, and what can be done with it. */
export function ReleaseCard({
  release,
  earlier,
  mayWithdraw,
  deciding,
  onChanged,
}: {
  release: Release;
  /** Releases before it whose files are there, the newest first. */
  earlier: readonly Release[];
  mayWithdraw: boolean;
  deciding: Deciding;
  onChanged: (now: Release) => void;
}) {
  const t = useTranslations("releases");
  const { id, number, state, title, counts, digest, bytes, byName, at, withdrawn } = release;
  const count = (name: string) => counts[name] ?? 0;
  const heading = `release-${number}`;
  return (
    <li className="py-6 first:pt-2">
      <article aria-labelledby={heading} className="space-y-2.5">
        <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h2 id={heading} className="headline text-lead">
            {t("numbered", { number })}
          </h2>
          <bdi className="min-w-0 break-words text-ink-2">{title}</bdi>
          {state === "made" ? null : <Chip tone={tones[state]}>{t(`states.${state}`)}</Chip>}
        </header>
        <p className="text-small text-ink-2">
          <Dotted facts={[byName, <When key="at" value={at} time />]} joint=", " /> ·{" "}
          {t("counts", { reports: count("reports"), annotations: count("annotations"), relations: count("relations") })}
          {count("events") > 0 ? `, ${t("events", { count: count("events") })}` : ""}
        </p>
        {withdrawn ? (
          <p className="border-s-2 border-line-strong ps-3 text-small" dir="auto">
            {t.rich("withdrawnBy", {
              name: withdrawn.byName,
              when: () => <When value={withdrawn.at} />,
              reason: withdrawn.reason,
            })}
          </p>
        ) : null}
        <ReleaseApproval release={release} deciding={deciding} onDecided={onChanged} />
        {state === "erased" ? <p className="text-small text-ink-2">{t("erased")}</p> : null}
        <p className="text-small text-ink-3">
          {t("digest")}{" "}
          <code dir="ltr" className="font-mono text-ink-2 break-all select-all">
            {digest}
          </code>
        </p>
        {state === "erased" || state === "declined" ? null : (
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2 pt-1">
            <a
              className={link}
              download
              href={`/api/v1/releases/${id}/archive`}
              aria-label={t("downloadOf", { number })}
            >
              <Icon name="download" />
              {t("download")}
              <span className="text-ink-3 tabular-nums">{t("size", { size: Math.max(0.1, bytes / megabyte) })}</span>
            </a>
            <Changes release={release} earlier={earlier} />
            {mayWithdraw && state === "made" ? <WithdrawRelease release={release} onWithdrawn={onChanged} /> : null}
          </div>
        )}
      </article>
    </li>
  );
}

/** What changed since the release before, or since any other one that somebody chooses. */
function Changes({ release: { id, number }, earlier }: { release: Release; earlier: readonly Release[] }) {
  const t = useTranslations("releases");
  const [since, setSince] = useState(earlier[0]);
  if (!since) return null;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <a
        className={link}
        download
        href={`/api/v1/releases/${id}/delta?since=${since.id}`}
        aria-label={t("changesOf", { since: since.number, number })}
      >
        {t("changes", { number: since.number })}
      </a>
      {earlier.length > 1 ? (
        <Field label={t("sinceOf", { number })} labelHidden>
          <Select
            value={since.id}
            onChange={({ target }) => setSince(earlier.find((each) => each.id === target.value) ?? since)}
          >
            {earlier.map((each) => (
              <option key={each.id} value={each.id}>
                {t("since", { number: each.number })}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </span>
  );
}
