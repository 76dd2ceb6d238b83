import type { Metadata } from "next";
import { Frame } from "@/app/(signed-in)/frame";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { PeoplePage } from "@/components/people/people-page";
import { translator } from "@/messages/translator";
import { now } from "@/server/clock";
import { listInvitations } from "@/server/operations/invitations";
import { listPeople } from "@/server/operations/people";
import { readMe } from "@/server/operations/read-me";
import { readStorage } from "@/server/operations/read-storage";

const t = translator("people");

export const metadata: Metadata = { title: t("title") };

export default async function Page() {
  const actor = await signedIn();
  const [{ items }, { items: invitations }, me, storage] = await Promise.all([
    shown(listPeople(actor)),
    shown(listInvitations(actor)),
    shown(readMe(actor)),
    shown(readStorage(actor, now())),
  ]);
  return (
    <Frame crumbs={[{ label: t("title") }]}>
      <PeoplePage
        people={items}
        invitations={invitations}
        me={actor.userId}
        workspace={me.workspace.name}
        storage={storage}
      />
    </Frame>
  );
}
