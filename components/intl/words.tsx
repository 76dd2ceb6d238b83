"use client";

import type { ReactNode } from "react";
import { IntlProvider, useLocale } from "use-intl";
import { messagesIn } from "@/messages/index";

/** Brings the words of all pages; the reader, which has to be light, brings its own. */
export function AllWords({ children }: { children: ReactNode }) {
  const locale = useLocale();
  return (
    <IntlProvider locale={locale} messages={messagesIn(locale)}>
      {children}
    </IntlProvider>
  );
}
