import type { Metadata } from "next";
import { Frame } from "@/app/(signed-in)/frame";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { TokensPage } from "@/components/tokens/tokens-page";
import { translator } from "@/messages/translator";
import { listTokens } from "@/server/operations/list-tokens";

const t = translator("tokens");

export const metadata: Metadata = { title: t("title") };

export default async function Page() {
  const actor = await signedIn();
  const { items } = await shown(listTokens(actor));
  return (
    <Frame crumbs={[{ label: translator("account")("title"), href: "/account" }, { label: t("title") }]}>
      <TokensPage tokens={items} />
    </Frame>
  );
}
