import type { Metadata } from "next";
import { Frame } from "@/app/(signed-in)/frame";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { PlaceNamesPage } from "@/components/place-names/place-names-page";
import { translator } from "@/messages/translator";
import { listPlaceNameFiles } from "@/server/operations/place-name-files";

const t = translator("people");

export const metadata: Metadata = { title: t("placeNames.title") };

export default async function Page() {
  const { items, attribution } = await shown(listPlaceNameFiles(await signedIn()));
  return (
    <Frame crumbs={[{ label: t("title"), href: "/people" }, { label: t("placeNames.title") }]}>
      <PlaceNamesPage files={items} attribution={attribution} />
    </Frame>
  );
}
