import { signedIn } from "@/app/(signed-in)/signed-in";
import { PaletteOpener } from "@/components/palette/palette-opener";
import { AccountMenu } from "@/components/shell/account-menu";
import { InboxLink } from "@/components/shell/inbox-link";
import { historyPosition } from "@/server/operations/follow";
import { countUnread } from "@/server/operations/inbox";

/** What everybody has at the end of the bar: their inbox and their account. */
export async function UserBar() {
  const actor = await signedIn();
  // Where the history is comes first, so that nothing that happens while the rest is read is missed.
  const position = await historyPosition(actor);
  const { unread } = await countUnread(actor);
  const { userId, name, email, workspaceRole } = actor;
  return (
    <>
      <PaletteOpener />
      <InboxLink user={userId} unread={unread} position={position} />
      <AccountMenu id={userId} name={name} email={email} runsIt={workspaceRole === "admin"} />
    </>
  );
}
