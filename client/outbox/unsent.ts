import { openRows } from "@/client/outbox/rows";

/** How many changes of this person wait on this device and on no server; none where a browser keeps nothing. */
export async function unsentCount(user: string): Promise<number> {
  const rows = await openRows().catch(() => undefined);
  if (!rows) return 0;
  try {
    return await rows.count(user);
  } finally {
    rows.close();
  }
}

/** Leaves nothing of this person on this device: changes, drafts. For signing out, after asking when something waits. */
export async function forgetOnThisDevice(user: string): Promise<void> {
  const rows = await openRows().catch(() => undefined);
  if (!rows) return;
  try {
    await rows.forget(user);
  } finally {
    rows.close();
  }
}
