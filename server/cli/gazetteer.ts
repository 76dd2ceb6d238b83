import { parseArgs } from "node:util";
import { closePool } from "@/server/data/pool";
import { loadGazetteer } from "@/server/operations/load-gazetteer";

/** Fills the gazetteer: `gazetteer [--again] [--only SY,IQ] [--quiet]`. */
const { values } = parseArgs({
  options: { again: { type: "boolean" }, only: { type: "string" }, quiet: { type: "boolean" } },
});
const tell = (line: string) => (values.quiet ? undefined : process.stderr.write(`${line}\n`));
try {
  let said = -1;
  const loaded = await loadGazetteer({
    again: values.again ?? false,
    ...(values.only && {
      only: new Set(
        values.only
          .toUpperCase()
          .split(/[\s,]+/)
          .filter(Boolean),
      ),
    }),
    onProgress: (percent) => {
      if (percent < said + 10) return;
      said = percent;
      tell(`${percent} % of the place names are written.`);
    },
  });
  if (loaded.outcome === "known") tell("The gazetteer holds all that there is: say --again to load it once more.");
  if (loaded.outcome === "busy") tell("Somebody else is loading the gazetteer right now.");
  if (loaded.outcome === "loaded") {
    for (const { line, reason } of loaded.broken) tell(`Line ${line} of cities500.txt was left out: ${reason}`);
    tell(`The gazetteer holds ${loaded.places} places.`);
  }
} catch (error) {
  process.stderr.write(`The gazetteer was not loaded: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closePool();
}
