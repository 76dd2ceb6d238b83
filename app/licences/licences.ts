import "server-only";
import lock from "@/package-lock.json";

/** A program this build is made of. */
export interface Licence {
  name: string;
  version: string;
  licence: string;
}

type Locked = { version?: string; license?: string; dev?: boolean; devOptional?: boolean };

/** What the lockfile says runs in production, by name; each once. */
export function licences(): readonly Licence[] {
  const packages: Record<string, Locked> = lock.packages;
  const known = Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional)
    .map(([path, { version = "", license = "" }]) => ({
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version,
      licence: license,
    }));
  const once = new Map(known.map((each) => [`${each.name}@${each.version}`, each]));
  return [...once.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}
