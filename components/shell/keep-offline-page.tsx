"use client";

import { useEffect } from "react";

/** Lets this browser keep the page that it shows while the server is away. Browsers without it go without. */
export function KeepOfflinePage() {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  }, []);
  return null;
}
