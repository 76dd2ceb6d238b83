import { browserOf } from "@/client/outbox/open-outbox";
import { unsentCount } from "@/client/outbox/unsent";

/** Sends what waits on this device, from pages that change nothing themselves; gives up when nobody answers. */
export async function sendWaiting(user: string): Promise<void> {
  if ((await unsentCount(user)) === 0) return;
  const { openOutbox } = browserOf(user, (...asked) => fetch(...asked));
  const outbox = openOutbox({ onState: () => undefined, onAcknowledged: () => undefined });
  outbox.doubt();
  await outbox.close();
}
