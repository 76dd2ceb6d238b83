import "server-only";
import { cookies } from "next/headers";
import { type Theme, themeCookie, zoneCookie } from "@/components/shell/device";
import type { Locale } from "@/messages/index";

/** How this device wants to be answered: language, time zone, light or dark. */
export interface Interface {
  locale: Locale;
  timeZone: string;
  theme: Theme;
}

/** Reads the device's wishes from its cookies; a first visit gets the server's zone and the device's own theme. */
export async function interfaceOf(): Promise<Interface> {
  const jar = await cookies();
  const theme = jar.get(themeCookie)?.value;
  const zone = jar.get(zoneCookie)?.value;
  return {
    locale: "en",
    timeZone: zone && isZone(zone) ? zone : Intl.DateTimeFormat().resolvedOptions().timeZone,
    theme: theme === "light" || theme === "dark" ? theme : "system",
  };
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}
