import type { Evidence, EvidencePlace } from "@/domain/event/evidence";
import { aClaim, aLink, claimId, entityId } from "@/domain/event/evidence.fixture";

type Said = Required<Pick<Evidence, "quote" | "kind" | "certainty" | "polarity" | "standing">> & {
  name: string;
  /** Who is cited; the article itself when left out. */
  source?: string;
  /** The first one is called primary. */
  places: readonly Pick<EvidencePlace, "words" | "role" | "precision" | "featureType">[];
};

/** The claims of a real report's headline and first four paragraphs, as an analyst tagged them. */
const said: readonly Said[] = [
  {
    name: "C01",
    quote: "Syrian Army Nearing Last ISIL Stronghold in Hama",
    kind: "event",
    certainty: "certain",
    polarity: "affirmed",
    standing: "asserted",
    places: [{ words: "Hama", role: "at", precision: 3, featureType: "province" }],
  },
  {
    name: "C02",
    quote: "to Open New Front to Lift Siege on Deir Ezzur",
    kind: "intention",
    certainty: "certain",
    polarity: "affirmed",
    standing: "asserted",
    places: [{ words: "Deir Ezzur", role: "to", precision: 1, featureType: "settlement" }],
  },
  {
    name: "C03",
    quote:
      "The Syrian Army troops continued their operation to drive ISIL out of the strategic region of Aqayrabat in Southern Hama",
    kind: "event",
    certainty: "certain",
    polarity: "affirmed",
    standing: "asserted",
    source: "local sources",
    places: [{ words: "Aqayrabat", role: "at", precision: 2, featureType: "region" }],
  },
  {
    name: "C04",
    quote: "to drive ISIL out of the strategic region of Aqayrabat in Southern Hama",
    kind: "intention",
    certainty: "certain",
    polarity: "affirmed",
    standing: "asserted",
    source: "local sources",
    places: [{ words: "Aqayrabat", role: "at", precision: 2, featureType: "region" }],
  },
  {
    name: "C05",
    quote: "to open a new way towards Deir Ezzur via Northern Homs",
    kind: "intention",
    certainty: "certain",
    polarity: "affirmed",
    standing: "asserted",
    source: "local sources",
    places: [
      { words: "Deir Ezzur", role: "to", precision: 3 },
      { words: "Northern Homs", role: "via", precision: 3 },
    ],
  },
  {
    name: "C06",
    quote:
      "a large number of army soldiers have reached the oil pipeline and the regions near the town of Aqayrabat near the provincial border with Homs province",
    kind: "event",
    certainty: "certain",
    polarity: "affirmed",
    standing: "asserted",
    source: "local sources",
    places: [
      { words: "Aqayrabat", role: "near", precision: 2, featureType: "settlement" },
      { words: "the oil pipeline", role: "at", precision: 2 },
      { words: "provincial border with Homs province", role: "near", precision: 2 },
    ],
  },
  {
    name: "C07",
    quote: "the regions near the town of Aqayrabat … are considered the last stronghold of ISIL in Eastern Hama",
    kind: "assessment",
    certainty: "probable",
    polarity: "affirmed",
    standing: "asserted",
    source: "local sources",
    places: [{ words: "Aqayrabat", role: "near", precision: 2, featureType: "settlement" }],
  },
  {
    name: "C08",
    quote:
      "the army men managed to capture the hills near the road that connects al-Salamiyah city in Hama to the town of Khanasser in Aleppo",
    kind: "event",
    certainty: "certain",
    polarity: "affirmed",
    standing: "asserted",
    source: "a senior military source",
    places: [
      {
        words: "the road that connects al-Salamiyah city in Hama to the town of Khanasser in Aleppo",
        role: "near",
        precision: 2,
        featureType: "road",
      },
    ],
  },
  {
    name: "C09",
    quote: "ending ISIL’s repeated attacks to cut off the key supply line towards Aleppo",
    kind: "assessment",
    certainty: "certain",
    polarity: "affirmed",
    standing: "asserted",
    source: "a senior military source",
    places: [{ words: "the key supply line towards Aleppo", role: "at", precision: 3 }],
  },
  {
    name: "C10",
    quote: "ISIL’s repeated attacks to cut off the key supply line towards Aleppo",
    kind: "state",
    certainty: "certain",
    polarity: "affirmed",
    standing: "background",
    source: "a senior military source",
    places: [{ words: "the key supply line towards Aleppo", role: "at", precision: 3 }],
  },
  {
    name: "C11",
    quote: "the army’s control over the hills Shahed 9 and 10 that overlook al-Salamiyah-Khanasser road",
    kind: "state",
    certainty: "certain",
    polarity: "affirmed",
    standing: "background",
    source: "a senior military source",
    places: [
      { words: "Shahed 9", role: "at", precision: 2 },
      { words: "Shahed … 10", role: "at", precision: 2 },
      { words: "al-Salamiyah-Khanasser road", role: "near", precision: 2 },
    ],
  },
  {
    name: "C12",
    quote: "the pro-government forces intend to win back the town of Aqayrabat",
    kind: "intention",
    certainty: "certain",
    polarity: "affirmed",
    standing: "asserted",
    source: "a senior military source",
    places: [{ words: "Aqayrabat", role: "at", precision: 1, featureType: "settlement" }],
  },
  {
    name: "C13",
    quote: "the town of Aqayrabat, the largest and the most strategic base of ISIL near al-Salamiyah",
    kind: "assessment",
    certainty: "certain",
    polarity: "affirmed",
    standing: "background",
    source: "a senior military source",
    places: [
      { words: "Aqayrabat", role: "at", precision: 1, featureType: "settlement" },
      { words: "al-Salamiyah", role: "near", precision: 2, featureType: "settlement" },
    ],
  },
  {
    name: "C14",
    quote: "the pro-government forces intend to … open a new front to move towards Deir Ezzur via Northern Homs",
    kind: "intention",
    certainty: "certain",
    polarity: "affirmed",
    standing: "asserted",
    source: "a senior military source",
    places: [
      { words: "Deir Ezzur", role: "to", precision: 3 },
      { words: "Northern Homs", role: "via", precision: 3 },
    ],
  },
];

/** What an expert makes of them: two events, and why everything else makes none. */
export const goldRows = [
  {
    claims: ["C06"],
    restatedBy: ["C01"],
    place: { name: "Aqayrabat", geoPrecision: 2 },
  },
  {
    claims: ["C08"],
    restatedBy: [],
    place: {
      name: "the road that connects al-Salamiyah city in Hama to the town of Khanasser in Aleppo",
      geoPrecision: 3,
    },
  },
] as const;

/** Both are as undated as the report, which has no day of publication, and go back to one origin each. */
export const goldAlways = {
  date: { meaning: "no later than", precision: "unknown", basis: "publication, unknown" },
  actors: [{ name: "Syrian Army", role: "initiator" }],
  certainty: "certain",
  independent: 1,
} as const;

export const goldNoRow = {
  ...{ C02: "not an event", C03: "ongoing", C04: "not an event", C05: "not an event", C07: "not an event" },
  ...{ C09: "not an event", C10: "not an event", C11: "not an event", C12: "not an event", C13: "not an event" },
  C14: "not an event",
} as const;

export const goldLinks = ["C01 restates C06", "C12 depends-on C11", "C14 depends-on C11"].map(aLink);

const army: Evidence["actors"] = [{ id: entityId("Syrian Army"), name: "Syrian Army", role: "initiator" }];

/** The claims by their names. */
export const goldClaims = (): Map<string, Evidence> =>
  new Map(
    said.map(({ name, source, places, ...more }) => [
      name,
      aClaim(name, {
        ...more,
        reportTitle: "report",
        actors: army,
        chains: source ? [[{ id: entityId(source), name: source, unnamed: true, isOutlet: false }]] : [],
        places: places.map((place, at) => ({ ...place, id: claimId(place.words), primary: at === 0 })),
      }),
    ]),
  );
