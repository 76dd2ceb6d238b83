"use client";

import { Direction } from "radix-ui";
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { directionOf, type Locale, messagesIn } from "@/messages/index";

/**
 * Gives every component below it the words and the ways of writing dates and numbers. Locale and time zone come from
 * the server, so that the first paint and the hydrated page say the same.
 */
export function InterfaceProvider({
  locale,
  timeZone,
  children,
}: {
  locale: Locale;
  timeZone: string;
  children: ReactNode;
}) {
  return (
    <IntlProvider locale={locale} messages={messagesIn(locale)} timeZone={timeZone}>
      <Direction.Provider dir={directionOf(locale)}>{children}</Direction.Provider>
    </IntlProvider>
  );
}
