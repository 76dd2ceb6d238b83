"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { rememberOnDevice } from "@/components/shell/cookie";
import { zoneCookie } from "@/components/shell/device";

declare global {
  var __webpack_nonce__: string | undefined;
}

/**
 * Tells the server this device's time zone once it differs from what the page was written in, and lends the page's
 * nonce to primitives that add a style element (the scroll lock of dialogs asks for it under this name).
 */
export function RememberDevice({ zone }: { zone: string }) {
  const router = useRouter();

  useEffect(() => {
    globalThis.__webpack_nonce__ ??= document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  }, []);

  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (here === zone) return;
    rememberOnDevice(zoneCookie, here);
    router.refresh();
  }, [zone, router]);

  return null;
}
