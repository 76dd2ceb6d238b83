/** What keeps the server from showing anything, as `/api/ready` says it; "away" when not even that answers. */
export const reasons = [
  "away",
  "unavailable",
  "disk-full",
  "read-only",
  "crowded",
  "busy",
  "damaged",
  "stopping",
] as const;
export type Reason = (typeof reasons)[number];

const GIVE_UP_AFTER_MS = 6000;

/** Why nothing can be shown just now; undefined when the server is ready. */
export async function whyAway(): Promise<Reason | undefined> {
  try {
    const signal = AbortSignal.timeout(GIVE_UP_AFTER_MS);
    const response = await fetch("/api/ready", { cache: "no-store", signal });
    if (response.ok) return undefined;
    const { type }: { type?: unknown } = await response.json();
    return reasons.find((reason) => type === `urn:glossator:problem:${reason}`) ?? "away";
  } catch {
    return "away";
  }
}

/** How many changes the outbox of this browser holds (`client/outbox/rows.ts`), without making one. */
export function countWaiting(): Promise<number> {
  return new Promise((resolve) => {
    if (typeof indexedDB === "undefined") return resolve(0);
    const opening = indexedDB.open("glossator");
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = (event) => {
      event.preventDefault();
      resolve(0);
    };
    opening.onsuccess = () => {
      const db = opening.result;
      if (!db.objectStoreNames.contains("changes")) {
        db.close();
        return resolve(0);
      }
      const counting = db.transaction("changes").objectStore("changes").count();
      counting.onerror = () => resolve(0);
      counting.onsuccess = () => {
        resolve(counting.result);
        db.close();
      };
    };
  });
}
