"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Glyph } from "@/components/tag/glyph";

/** One sentence, glossed: what the product does, before a word is said about it. */
export function Specimen() {
  const t = useTranslations("signIn");
  return (
    <aside
      aria-label={t("motto")}
      className="hidden items-center border-s border-line bg-sunken px-14 lg:flex xl:px-20 print:hidden"
    >
      <figure className="relative max-w-[34rem] ps-6">
        <span aria-hidden="true" className="absolute inset-s-0 inset-bs-2 h-[8.3rem] w-[3px] rounded-full bg-claim" />
        <blockquote className="font-serif text-[1.75rem] leading-[1.7]">
          {t.rich("specimen", {
            source: (words) => (
              <span
                key="source"
                className="underline decoration-source decoration-dotted decoration-[3px] underline-offset-[7px]"
              >
                {words}
              </span>
            ),
            claim: (words) => (
              <span key="claim" className="rounded-[2px] bg-claim-wash box-decoration-clone">
                {words}
              </span>
            ),
            place: (words) => (
              <span key="place" className="border-b-2 border-place">
                {words}
              </span>
            ),
          })}
        </blockquote>
        <figcaption className="mt-9 flex flex-wrap gap-x-7 gap-y-2 text-small text-ink-2">
          <Key glyph={<Glyph kind="source" />}>{t("who")}</Key>
          <Key glyph={<Glyph kind="claim" />}>{t("what")}</Key>
          <Key glyph={<Glyph kind="place" />}>{t("where")}</Key>
        </figcaption>
      </figure>
    </aside>
  );
}

function Key({ glyph, children }: { glyph: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2">
      {glyph}
      {children}
    </span>
  );
}
