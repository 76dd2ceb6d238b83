"use client";

import { Direction } from "radix-ui";
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { directionOf } from "@/messages/direction";
import { frameWords } from "@/messages/frame";
import type { Locale } from "@/messages/index";

/**
 * Gives every component below it the words of the frame and the ways of writing dates and numbers; the other words come
 * with `AllWords` or `ReaderWords`. Locale and time zone come from the server, so that the first paint and the hydrated
 * page say the same.
 */
export function InterfaceFrame({
  locale,
  timeZone,
  children,
}: {
  locale: Locale;
  timeZone: string;
  children: ReactNode;
}) {
  return (
    <IntlProvider locale={locale} messages={frameWords[locale]} timeZone={timeZone}>
      <Direction.Provider dir={directionOf(locale)}>{children}</Direction.Provider>
    </IntlProvider>
  );
}
