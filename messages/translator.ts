import { createTranslator } from "use-intl/core";
import { type Area, type Locale, messagesIn } from "@/messages/index";

/** The words of one area, for server components; client components use `useTranslations(area)`. */
export function translator<A extends Area>(area: A, locale: Locale = "en") {
  return createTranslator({ locale, messages: messagesIn(locale), namespace: area });
}
