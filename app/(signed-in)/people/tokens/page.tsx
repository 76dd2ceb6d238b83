import type { Metadata } from "next";
import { Frame } from "@/app/(signed-in)/frame";
import type { Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { PeoplesTokensPage } from "@/components/tokens/peoples-tokens-page";
import { translator } from "@/messages/translator";
import { listEverybodysTokens } from "@/server/operations/list-tokens";
import { timeCursorIn } from "@/server/operations/page-cursor";

const t = translator("tokens");

export const metadata: Metadata = { title: t("everybodysTitle") };

const ROWS_A_PAGE = 50;

export default async function Page({ searchParams }: { searchParams: Query }) {
  const actor = await signedIn();
  const after = timeCursorIn((await searchParams)["cursor"]);
  const { items, next } = await shown(listEverybodysTokens(actor, { after, limit: ROWS_A_PAGE }));
  return (
    <Frame crumbs={[{ label: translator("people")("title"), href: "/people" }, { label: t("title") }]}>
      <PeoplesTokensPage tokens={items} next={next} paged={after !== undefined} />
    </Frame>
  );
}
