import { Frame } from "@/app/(signed-in)/frame";
import { NotFoundPage } from "@/components/pages/not-found-page";
import { currentActor } from "@/server/session/actor";

/** Keeps the bar for whoever is signed in, so that there is a way on. */
export default async function NotFound() {
  const actor = await currentActor().catch(() => undefined);
  if (!actor) return <NotFoundPage />;
  return (
    <Frame>
      <NotFoundPage email={actor.email} />
    </Frame>
  );
}
