import type { ReactNode } from "react";

/** Reads out what it comes to hold, without moving the focus. */
export function LiveRegion({ urgent = false, children }: { urgent?: boolean; children: ReactNode }) {
  return (
    <div
      role={urgent ? "alert" : "status"}
      aria-live={urgent ? "assertive" : "polite"}
      aria-atomic="true"
      className="sr-only"
    >
      {children}
    </div>
  );
}
