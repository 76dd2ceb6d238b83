"use client";

import type { ReactNode } from "react";
import { IntlProvider, useLocale } from "use-intl";
import { readerWords } from "@/messages/reader";

/** Brings the words of the reader. */
export function ReaderWords({ children }: { children: ReactNode }) {
  const locale = useLocale();
  return (
    <IntlProvider locale={locale} messages={readerWords[locale]}>
      {children}
    </IntlProvider>
  );
}
