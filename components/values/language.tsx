"use client";

import { useLocale } from "use-intl";

/** A language by its name, or by its tag where nobody knows a name. */
export function Language({ tag }: { tag: string }) {
  const locale = useLocale();
  return <>{new Intl.DisplayNames(locale, { type: "language", fallback: "code" }).of(tag) ?? tag}</>;
}
