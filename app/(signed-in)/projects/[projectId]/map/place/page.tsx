import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { PlacePage } from "@/components/places/place-page";
import type { PlaceAddress } from "@/domain/gazetteer/place-address";
import { translator } from "@/messages/translator";
import { readPlace } from "@/server/operations/read-place";

const t = translator("map");

type Props = { params: Params; searchParams: Query };

const openPlace = cache(async (params: Params, searchParams: Query) => {
  const { actor, project } = await openProject(params);
  const address = addressIn(await searchParams);
  if (!address) notFound();
  return { project, page: await shown(readPlace(actor, project.id, address)) };
});

/** By what a place is named in the address of its page. */
function addressIn(query: Awaited<Query>): PlaceAddress | undefined {
  const text = (name: string) => (typeof query[name] === "string" && query[name] !== "" ? query[name] : undefined);
  const degrees = (name: string) => {
    const number = Number(text(name));
    return text(name) !== undefined && Number.isFinite(number) ? number : undefined;
  };
  const [id, name] = [text("id"), text("name")];
  if (id !== undefined) return { id: id.slice(0, 100) };
  if (name === undefined) return undefined;
  return { name: name.slice(0, 200), latitude: degrees("latitude"), longitude: degrees("longitude") };
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { page } = await openPlace(params, searchParams);
  return { title: page.place?.name ?? t("place.noneTitle") };
}

export default async function Page({ params, searchParams }: Props) {
  const { project, page } = await openPlace(params, searchParams);
  const map = { label: t("title"), href: `/projects/${project.id}/map` };
  return (
    <InProject project={project} here={[map, { label: page.place?.name ?? t("place.noneTitle") }]}>
      <PlacePage projectId={project.id} page={page} />
    </InProject>
  );
}
