import type { DemoLink, DemoTag } from "@/prisma/demo/demo-report";

/** Short words for what is said of tags and links, so that the demo's reports read like a list. */

type About = Record<string, unknown>;

export const claim = (key: string, words: string, about: About): DemoTag => ({
  ...{ key, kind: "claim", words },
  about: { standing: "asserted", polarity: "affirmed", certainty: "certain", ...about },
});

/** Somebody who says something, at the first place where the words stand. */
export const source = (key: string, words: string, speaker: string): DemoTag => ({
  ...{ key, kind: "source", words, speaker },
});

const sfax = { admin1: "Sfax Governorate", country: "TN", featureType: "settlement" } as const;
const gabes = { ...sfax, admin1: "Gabès Governorate" };

/** Towns as the gazetteer has them; the island is not in it, so that a person set its point. */
const located = {
  sfax: { ...sfax, id: "geonames:2467454", name: "Sfax", latitude: 34.74056, longitude: 10.76028 },
  skhira: { ...sfax, id: "geonames:2473161", name: "Skhira", latitude: 34.2992, longitude: 10.06999 },
  gabes: { ...gabes, id: "geonames:2468369", name: "Gabès", latitude: 33.88146, longitude: 10.0982 },
  elHamma: { ...gabes, id: "geonames:2473747", name: "El Hamma", latitude: 33.89152, longitude: 9.79629 },
  kerkennah: {
    ...{ name: "Kerkennah", aliases: ["قرقنة"], latitude: 34.71, longitude: 11.15 },
    ...{ coordinateBasis: "analyst's point", uncertaintyMetres: 15_000, featureType: "area", country: "TN" },
  },
} as const;

/** A named place at the n-th place where the words stand. */
export const place = (key: string, words: string, at: keyof typeof located, nth = 1): DemoTag => ({
  ...{ key, kind: "place", words, nth },
  about: { featureType: located[at].featureType, resolution: "verified", located: located[at] },
});

export const says = (from: string, to: string, cue?: string): DemoLink => ({
  ...{ kind: "attributed-to", from, to },
  ...(cue ? { cue } : {}),
  about: { how: "explicit" },
});

export const articleSays = (from: string): DemoLink => ({
  ...{ kind: "attributed-to", from },
  article: true,
  about: { how: "none" },
});

export const at = (from: string, to: string, about: About = { role: "at", precision: 1 }): DemoLink => ({
  ...{ kind: "located-at", from, to },
  about: { ...about, primary: true },
});

export const near = (from: string, to: string): DemoLink => at(from, to, { role: "near", precision: 2 });

export const stated = (from: string, words: string) => ({ from, precision: "day", basis: "stated", words });
export const computed = (from: string, words: string) => ({ ...stated(from, words), basis: "computed" });

/** A figure that the report gives for one incident. */
export const counted = (what: "killed" | "injured" | "displaced", figure: number, words: string) => ({
  ...{ what, low: figure, high: figure },
  words,
});

/** All of these are accepted. */
export const accepted = (...keys: string[]) => keys.map((key) => ({ key, decision: "accept" as const }));
