"use client";

import { useTranslations } from "use-intl";
import type { Difference } from "@/components/reader/inspector/differences";

/** One field before and after; text is compared word by word. `nameOf` says what an id stands for. */
export function ShownDifference({
  difference,
  nameOf,
}: {
  difference: Difference;
  nameOf: (id: string) => string | undefined;
}) {
  const t = useTranslations("panels.history");
  const article = useTranslations("panels.links")("article");
  const { what, parts } = difference;
  const known = t.has(`attributes.${what}` as "attributes.note");
  const said = (words: string) => (what === "end" && words === "article" ? article : (nameOf(words) ?? words));
  return (
    <p className="text-tiny leading-relaxed">
      <span className="text-ink-3">
        {what === "words" ? t("words") : known ? t(`attributes.${what}` as "attributes.note") : what}
        {": "}
      </span>
      <span dir="auto">
        {Object.entries(parts).map(([at, { is, words }]) =>
          is === "gone" ? (
            <del key={at} className="bg-bad-wash text-bad">
              {said(words)}
            </del>
          ) : is === "new" ? (
            <ins key={at} className="bg-ok-wash text-ok no-underline">
              {said(words)}
            </ins>
          ) : (
            <span key={at}>{said(words)}</span>
          ),
        )}
      </span>
    </p>
  );
}
