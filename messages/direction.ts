import type { Locale } from "@/messages/index";

const directions: Record<Locale, "ltr" | "rtl"> = { en: "ltr" };

/** The way a language of the interface is written in. */
export const directionOf = (locale: Locale): "ltr" | "rtl" => directions[locale];
