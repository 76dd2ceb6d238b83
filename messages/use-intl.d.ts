import type { Locale, Messages } from "@/messages/index";

/** Lets the compiler check every key and argument of a message. */
declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
