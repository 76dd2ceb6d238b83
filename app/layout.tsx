import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { interfaceOf } from "@/app/interface";
import { InterfaceFrame } from "@/components/intl/frame";
import { KeepOfflinePage } from "@/components/shell/keep-offline-page";
import { RememberDevice } from "@/components/shell/remember-device";
import { SkipLink } from "@/components/shell/skip-link";
import { FetchTheRest } from "@/components/ui/later";
import { Toasts } from "@/components/ui/toast";
import { directionOf } from "@/messages/direction";
import { translator } from "@/messages/translator";

const t = translator("shell");

export const metadata: Metadata = {
  title: { default: t("product"), template: `%s · ${t("product")}` },
  description: t("tagline"),
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#1f1d1a" },
  ],
};

export default async function Layout({ children }: { children: ReactNode }) {
  const { locale, timeZone, theme } = await interfaceOf();
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      {...(theme === "system" ? {} : { "data-theme": theme })}
      suppressHydrationWarning
    >
      <body>
        <InterfaceFrame locale={locale} timeZone={timeZone}>
          <RememberDevice zone={timeZone} />
          <KeepOfflinePage />
          <FetchTheRest />
          <SkipLink />
          <Toasts>{children}</Toasts>
        </InterfaceFrame>
      </body>
    </html>
  );
}
