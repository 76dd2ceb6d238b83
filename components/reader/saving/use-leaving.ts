"use client";

import { useEffect } from "react";
import { useDesk } from "@/components/annotate/use-desk";

/** Warns before the page goes while a change is not even on this device's disk; fetches what others did on coming back. */
export function useLeaving() {
  const desk = useDesk();
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (desk.isUnkept()) event.preventDefault();
    };
    const back = () => {
      if (document.visibilityState === "visible") void desk.refresh();
    };
    window.addEventListener("beforeunload", leaving);
    document.addEventListener("visibilitychange", back);
    return () => {
      window.removeEventListener("beforeunload", leaving);
      document.removeEventListener("visibilitychange", back);
    };
  }, [desk]);
}
