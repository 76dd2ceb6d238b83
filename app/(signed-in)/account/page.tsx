import type { Metadata } from "next";
import { Frame } from "@/app/(signed-in)/frame";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { AccountPage } from "@/components/account/account-page";
import { translator } from "@/messages/translator";
import { listSignIns } from "@/server/operations/list-sign-ins";
import { readMe } from "@/server/operations/read-me";

const t = translator("account");

export const metadata: Metadata = { title: t("title") };

export default async function Page() {
  const actor = await signedIn();
  const [me, { items }] = await Promise.all([shown(readMe(actor)), shown(listSignIns(actor))]);
  return (
    <Frame crumbs={[{ label: t("title") }]}>
      <AccountPage me={me} sessions={items} />
    </Frame>
  );
}
