import "server-only";
import { fillGazetteer, gazetteerState, sayGazetteer } from "@/server/data/gazetteer/fill";
import { gazetteerVersion, readGazetteer } from "@/server/gazetteer/files";

export type GazetteerLoaded =
  | { outcome: "loaded"; places: number; broken: readonly { line: number; reason: string }[] }
  | { outcome: "known" }
  | { outcome: "busy" };

/**
 * Fills the gazetteer from the files that come with Glossator, unless it holds just that already. It may be repeated, and
 * look-ups go on meanwhile.
 *
 * @param only these countries as two letters; all when left out
 * @param again even when nothing changed
 */
export async function loadGazetteer({
  only,
  again = false,
  onProgress,
}: {
  only?: ReadonlySet<string>;
  again?: boolean;
  onProgress?: (percent: number) => void;
}): Promise<GazetteerLoaded> {
  const countries = only ? `, only ${[...only].sort().join(" ")}` : "";
  const version = `${await gazetteerVersion()}${countries}`;
  const before = await gazetteerState();
  if (!again && before?.state === "loaded" && before.version === version) return { outcome: "known" };
  const say = (done: number, of: number) => sayGazetteer({ state: "loading", version, done, of, problem: null });
  await say(0, 0);
  try {
    const { places, broken } = await readGazetteer(only);
    const filled = await fillGazetteer(places, async (done, of) => {
      await say(done, of);
      onProgress?.(Math.floor((100 * done) / of));
    });
    if (!filled) return { outcome: "busy" };
    await sayGazetteer({ state: "loaded", version, done: places.length, of: places.length, problem: null });
    return { outcome: "loaded", places: places.length, broken };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    await sayGazetteer({ state: "failed", version, done: 0, of: 0, problem }).catch(() => undefined);
    throw error;
  }
}
