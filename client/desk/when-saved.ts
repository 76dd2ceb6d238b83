import type { Desk } from "@/client/desk/desk";

/** Waits until the server has everything that was done here; false when something keeps it from getting there. */
export function whenSaved(desk: Pick<Desk, "getState" | "subscribe">): Promise<boolean> {
  const { state } = desk.getState().saving;
  if (state !== "saving") return Promise.resolve(state === "saved");
  return new Promise((resolve) => {
    const stop = desk.subscribe(({ saving }) => {
      if (saving.state === "saving") return;
      stop();
      resolve(saving.state === "saved");
    });
  });
}
