import type { ReaderSession } from "@/components/reader/session/session";

/** Waits until the server has everything that was done here; false when something keeps it from getting there. */
export function whenSaved(session: Pick<ReaderSession, "getState" | "subscribe">): Promise<boolean> {
  const { state } = session.getState().saving;
  if (state !== "saving") return Promise.resolve(state === "saved");
  return new Promise((resolve) => {
    const stop = session.subscribe(({ saving }) => {
      if (saving.state === "saving") return;
      stop();
      resolve(saving.state === "saved");
    });
  });
}
