"use client";

import { useEffect } from "react";
import { useSession } from "@/components/reader/session/use-session";

/** Warns before the page goes while a change is not even on this device's disk; fetches what others did on coming back. */
export function useLeaving() {
  const session = useSession();
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (session.isUnkept()) event.preventDefault();
    };
    const back = () => {
      if (document.visibilityState === "visible") void session.refresh();
    };
    window.addEventListener("beforeunload", leaving);
    document.addEventListener("visibilitychange", back);
    return () => {
      window.removeEventListener("beforeunload", leaving);
      document.removeEventListener("visibilitychange", back);
    };
  }, [session]);
}
