import type { Metadata } from "next";
import { Frame } from "@/app/(signed-in)/frame";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { InboxPage } from "@/components/inbox/inbox-page";
import { translator } from "@/messages/translator";
import { InboxQuery } from "@/server/http/paging";
import { readInbox } from "@/server/operations/inbox";

const t = translator("inbox");

export const metadata: Metadata = { title: t("title") };

type Query = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Query }) {
  const actor = await signedIn();
  const asked = InboxQuery.safeParse(await searchParams);
  const paging = asked.success ? asked.data : InboxQuery.parse({});
  const { items, next, unread } = await shown(readInbox(actor, paging));
  return (
    <Frame crumbs={[{ label: t("title") }]}>
      <InboxPage
        user={actor.userId}
        lines={items}
        next={next}
        unread={unread}
        onlyUnread={paging.unread}
        paged={paging.before !== undefined}
      />
    </Frame>
  );
}
