import type { PutEntity, Reliability } from "@/domain/entity/entity";
import type { Provenance } from "@/domain/report/report";
import type { RelationKind } from "@/domain/tag/relation-values";
import type { Decision } from "@/domain/verdict";

/** Who works in the demo. */
export type Hand = "editor" | "reviewer" | "analystA" | "analystB";

type EntityName = string;

export type DemoEntity = Omit<PutEntity, "aliases" | "outletId" | "parentId"> & {
  key: EntityName;
  aliases?: string[];
  outlet?: EntityName;
  parent?: EntityName;
  grade?: { reliability: Reliability; reason: string };
};

/** `words` stand in the report's text; `nth` says which time (from 1). Several words make a discontinuous span. */
export type DemoTag = {
  key: string;
  kind: "claim" | "place" | "source";
  words: string | string[];
  nth?: number;
  speaker?: EntityName;
  about?: Record<string, unknown>;
};

export type DemoLink = {
  kind: RelationKind;
  from: string;
  to?: string;
  entity?: EntityName;
  article?: true;
  cue?: string;
  about?: Record<string, unknown>;
};

export type DemoVerdict = { key: string; decision: Decision; reason?: string; change?: Record<string, unknown> };

export type DemoThread = { on: string | { words: string } | null; said: [Hand, string][]; resolved?: true };

export type DemoReport = {
  file: string;
  by: Hand;
  provenance: Omit<Provenance, "title">;
  tags: DemoTag[];
  links: DemoLink[];
  verdicts: DemoVerdict[];
  threads: DemoThread[];
};

export const entities: DemoEntity[] = [
  {
    key: "sahel-wire",
    name: "Sahel Wire",
    kind: "media outlet",
    scale: "international",
    grade: { reliability: "B", reason: "Corrected itself twice this year; otherwise borne out by what came later." },
  },
  {
    key: "red-sea-monitor",
    name: "Red Sea Monitor",
    kind: "media outlet",
    scale: "regional",
    grade: { reliability: "C", reason: "Copies agencies and says so; own reporting from the port is good." },
  },
  {
    key: "courier",
    name: "Nile Valley Courier",
    kind: "media outlet",
    scale: "national",
    grade: { reliability: "C", reason: "Prints official statements unchecked, but also those who disagree." },
  },
  { key: "difaf", name: "ضفاف النيل", aliases: ["Difaf al-Nil"], kind: "media outlet", scale: "local" },
  {
    key: "engineers",
    name: "two bridge engineers",
    kind: "local or field",
    anonymity: "role only",
    outlet: "sahel-wire",
    grade: { reliability: "B", reason: "On the spot and of the trade; what they said of the approach was right." },
  },
  { key: "salwa-idris", name: "Salwa Idris", kind: "named person", anonymity: "named", side: "bridge authority" },
  {
    key: "committee",
    name: "local committee in Ad-Damir",
    aliases: ["لجنة محلية في الدامر"],
    kind: "named organisation",
    scale: "local",
    grade: { reliability: "C", reason: "Counts with care, confirms late." },
  },
  {
    key: "ministry",
    name: "irrigation ministry",
    aliases: ["وزارة الري"],
    kind: "named organisation",
    scale: "national",
  },
  {
    key: "ministry-official",
    name: "official at the irrigation ministry",
    kind: "official unnamed",
    anonymity: "role only",
    outlet: "sahel-wire",
    parent: "ministry",
  },
  {
    key: "port-official",
    name: "port official",
    kind: "official unnamed",
    anonymity: "role only",
    outlet: "red-sea-monitor",
  },
  { key: "trader", name: "traders in Port Sudan", kind: "local or field", outlet: "red-sea-monitor" },
  {
    key: "spokesman",
    name: "Hatim Abdelrahman",
    kind: "named person",
    anonymity: "named",
    side: "governor of River Nile State",
    grade: { reliability: "D", reason: "Denied a closure that four others describe." },
  },
  { key: "shopkeepers", name: "three shopkeepers", kind: "local or field", anonymity: "role only", outlet: "courier" },
  { key: "atbara-locals", name: "مصادر محلية في عطبرة", kind: "local or field", outlet: "difaf" },
];

const stated = (from: string, words: string) => ({ from, precision: "day", basis: "stated", words });
const asserted = (about: Record<string, unknown>) => ({
  standing: "asserted",
  polarity: "affirmed",
  certainty: "certain",
  ...about,
});

export const reports: DemoReport[] = [
  {
    file: "sahel-wire.txt",
    by: "analystA",
    provenance: {
      outlet: "Sahel Wire",
      published: "2026-08-04",
      retrieved: "2026-08-04",
      url: "https://sahelwire.example/2026/08/04/atbara-bridge",
      language: "en",
    },
    tags: [
      { key: "s0", kind: "claim", words: "Atbara bridge closed to lorries", about: asserted({ kind: "event" }) },
      {
        key: "s1",
        kind: "claim",
        words: "The road bridge at Atbara was closed to lorries on Tuesday morning",
        about: asserted({
          kind: "event",
          eventType: "humanitarian-access",
          credibility: 2,
          checkWorthy: true,
          eventTime: stated("2026-08-04", "on Tuesday morning"),
        }),
      },
      {
        key: "s2",
        kind: "claim",
        words: "the Nile rose 40 centimetres in two days",
        about: asserted({ kind: "event", credibility: 2 }),
      },
      {
        key: "s3",
        kind: "claim",
        words: "some 300 trucks were waiting on the road from Port Sudan",
        about: asserted({ kind: "state", credibility: 3, checkWorthy: true }),
      },
      {
        key: "s4",
        kind: "claim",
        words: "the approach on the eastern bank is soft",
        about: asserted({ kind: "assessment", credibility: 2 }),
      },
      {
        key: "s5",
        kind: "claim",
        words: "60 families had left their homes in the low quarters near the river since Sunday",
        about: asserted({
          kind: "event",
          credibility: 2,
          checkWorthy: true,
          quantities: [{ what: "displaced", words: "60 families" }],
          eventTime: { from: "2026-08-02", precision: "day", basis: "computed", words: "since Sunday" },
        }),
      },
      {
        key: "s6",
        kind: "claim",
        words: "the gates of the Merowe Dam had been opened without warning",
        about: asserted({ kind: "denial", credibility: 4 }),
      },
      {
        key: "s7",
        kind: "claim",
        words: "the water to peak at Atbara on Friday",
        about: asserted({ kind: "forecast", certainty: "probable", eventTime: stated("2026-08-07", "on Friday") }),
      },
      {
        key: "s8",
        kind: "claim",
        words: "to lay gravel on the eastern approach from Wednesday",
        about: asserted({ kind: "intention" }),
      },
      {
        key: "sp1",
        kind: "place",
        words: "Atbara",
        nth: 1,
        about: { featureType: "settlement", resolution: "verified" },
      },
      {
        key: "sp2",
        kind: "place",
        words: "Atbara",
        nth: 2,
        about: {
          featureType: "settlement",
          resolution: "verified",
          located: { name: "Atbara", latitude: 17.702, longitude: 33.986 },
        },
      },
      {
        key: "sp3",
        kind: "place",
        words: "Port Sudan",
        about: {
          featureType: "settlement",
          resolution: "verified",
          located: { name: "Port Sudan", latitude: 19.615, longitude: 37.216 },
        },
      },
      {
        key: "sp4",
        kind: "place",
        words: "the eastern bank",
        about: { featureType: "area", resolution: "unverified" },
      },
      {
        key: "sp5",
        kind: "place",
        words: "Ad-Damir",
        about: {
          featureType: "settlement",
          resolution: "verified",
          located: { name: "Ad-Damir", latitude: 17.593, longitude: 33.96 },
        },
      },
      { key: "sp6", kind: "place", words: "Merowe Dam", about: { featureType: "facility", resolution: "unverified" } },
      {
        key: "sp7",
        kind: "place",
        words: "Atbara",
        nth: 3,
        about: { featureType: "settlement", resolution: "verified" },
      },
      { key: "ss1", kind: "source", words: "two bridge engineers", speaker: "engineers" },
      { key: "ss2", kind: "source", words: "The engineers", speaker: "engineers" },
      { key: "ss3", kind: "source", words: "Salwa Idris", speaker: "salwa-idris" },
      { key: "ss4", kind: "source", words: "A local committee in Ad-Damir", speaker: "committee" },
      {
        key: "ss5",
        kind: "source",
        words: "An official at the irrigation ministry in Khartoum",
        speaker: "ministry-official",
      },
    ],
    links: [
      { kind: "restates", from: "s0", to: "s1" },
      { kind: "attributed-to", from: "s0", article: true },
      { kind: "attributed-to", from: "s1", to: "ss1", cue: "told", about: { how: "explicit" } },
      { kind: "attributed-to", from: "s2", to: "ss1", cue: "told", about: { how: "explicit" } },
      { kind: "attributed-to", from: "s3", to: "ss2", cue: "said", about: { how: "explicit" } },
      { kind: "attributed-to", from: "s4", to: "ss3", about: { how: "explicit" } },
      { kind: "attributed-to", from: "s5", to: "ss4", cue: "reported", about: { how: "explicit" } },
      { kind: "attributed-to", from: "s6", to: "ss5", cue: "denied", about: { how: "explicit" } },
      {
        kind: "attributed-to",
        from: "s7",
        entity: "ministry",
        cue: "expects",
        about: { how: "explicit", nested: true },
      },
      { kind: "attributed-to", from: "s8", article: true, about: { how: "none" } },
      { kind: "located-at", from: "s1", to: "sp2", about: { role: "at", precision: 1, primary: true } },
      { kind: "located-at", from: "s3", to: "sp3", about: { role: "from", precision: 3 } },
      { kind: "located-at", from: "s4", to: "sp4", about: { role: "at", precision: 2, primary: true } },
      { kind: "located-at", from: "s5", to: "sp5", about: { role: "near", precision: 2, primary: true } },
      { kind: "located-at", from: "s6", to: "sp6", about: { role: "at", precision: 1, primary: true } },
      { kind: "located-at", from: "s7", to: "sp7", about: { role: "at", precision: 1, primary: true } },
    ],
    verdicts: [
      { key: "s0", decision: "accept" },
      { key: "s1", decision: "accept" },
      { key: "s2", decision: "accept" },
      { key: "s3", decision: "accept" },
      {
        key: "s5",
        decision: "accept-with-change",
        reason: "“Near the river” is where they lived, not where they went.",
        change: { note: "Families, not persons: the number of people is not given." },
      },
      {
        key: "s6",
        decision: "return",
        reason: "A denial: whose claim is denied? Say so in the note, and link the claim if another report has it.",
      },
      { key: "sp1", decision: "accept" },
      { key: "sp2", decision: "accept" },
      { key: "sp3", decision: "accept" },
      { key: "sp5", decision: "accept" },
      { key: "ss1", decision: "accept" },
      { key: "ss2", decision: "accept" },
      { key: "ss4", decision: "accept" },
    ],
    threads: [
      {
        on: "s3",
        said: [
          ["reviewer", "Red Sea Monitor has the same 300. Is that a second count, or the agency's?"],
          ["analystA", "The agency's: they name it. I linked it as “repeats”, so it counts once."],
        ],
      },
      {
        on: { words: "reports of two deaths" },
        said: [["analystB", "The Courier has two dead near Shendi two days later. Worth a claim here, or only there?"]],
      },
    ],
  },
  {
    file: "red-sea-monitor.txt",
    by: "analystA",
    provenance: {
      outlet: "Red Sea Monitor",
      published: "2026-08-05",
      retrieved: "2026-08-05",
      url: "https://redseamonitor.example/flour-lorries",
      language: "en",
    },
    tags: [
      {
        key: "r1",
        kind: "claim",
        words: "Some 300 trucks carrying flour are stranded on the road between Port Sudan and Atbara",
        about: asserted({ kind: "state", credibility: 3 }),
      },
      {
        key: "r2",
        kind: "claim",
        words: "40 more lorries had left Port Sudan on Wednesday in spite of the closure",
        about: asserted({ kind: "event", credibility: 3, eventTime: stated("2026-08-05", "on Wednesday") }),
      },
      {
        key: "r3",
        kind: "claim",
        words: "Prices in Kassala could rise next week",
        about: asserted({ kind: "forecast", certainty: "possible" }),
      },
      {
        key: "rp1",
        kind: "place",
        words: "the road between Port Sudan and Atbara",
        about: { featureType: "road", nodes: ["Port Sudan", "Atbara"] },
      },
      { key: "rp2", kind: "place", words: "Port Sudan", nth: 3, about: { featureType: "settlement" } },
      { key: "rp3", kind: "place", words: "Kassala", about: { featureType: "settlement" } },
      { key: "rs1", kind: "source", words: "Sahel Wire", speaker: "sahel-wire" },
      { key: "rs2", kind: "source", words: "A port official", speaker: "port-official" },
      { key: "rs3", kind: "source", words: "one of the traders", speaker: "trader" },
    ],
    links: [
      { kind: "attributed-to", from: "r1", to: "rs1", cue: "reported", about: { how: "explicit" } },
      { kind: "attributed-to", from: "r2", to: "rs2", about: { how: "explicit" } },
      { kind: "attributed-to", from: "r3", to: "rs3", about: { how: "explicit" } },
      { kind: "located-at", from: "r1", to: "rp1", about: { role: "along", precision: 2, primary: true } },
      { kind: "located-at", from: "r2", to: "rp2", about: { role: "from", precision: 1, primary: true } },
      { kind: "located-at", from: "r3", to: "rp3", about: { role: "at", precision: 1, primary: true } },
      { kind: "repeats", from: "r1", to: "s3", about: { note: "Names the agency." } },
    ],
    verdicts: [],
    threads: [],
  },
  {
    file: "nile-valley-courier.txt",
    by: "analystB",
    provenance: {
      outlet: "Nile Valley Courier",
      published: "2026-08-06",
      retrieved: "2026-08-06",
      url: "https://nilevalleycourier.example/bridge-never-closed",
      language: "en",
    },
    tags: [
      {
        key: "n1",
        kind: "claim",
        words: "The road bridge at Atbara was never closed",
        about: asserted({ kind: "denial", polarity: "negated", credibility: 5, checkWorthy: true }),
      },
      {
        key: "n2",
        kind: "claim",
        words: "no lorry had crossed between Tuesday and Thursday noon",
        about: asserted({ kind: "state", polarity: "negated", credibility: 2 }),
      },
      {
        key: "n3",
        kind: "claim",
        words: "the number of displaced families had risen to 85",
        about: asserted({ kind: "state", credibility: 2, quantities: [{ what: "displaced", words: "85 families" }] }),
      },
      {
        key: "n4",
        kind: "claim",
        words: "two people, a father and his son, had drowned near Shendi on Monday",
        about: asserted({
          kind: "event",
          credibility: 3,
          checkWorthy: true,
          quantities: [{ what: "killed", low: 2, high: 2, words: "two people, a father and his son" }],
          eventTime: stated("2026-08-03", "on Monday"),
        }),
      },
      {
        key: "n5",
        kind: "claim",
        words: "Water may reach the railway yards at Atbara by the weekend",
        about: asserted({ kind: "forecast", certainty: "possible" }),
      },
      {
        key: "np1",
        kind: "place",
        words: "Atbara",
        nth: 2,
        about: { featureType: "settlement", resolution: "verified" },
      },
      { key: "np2", kind: "place", words: "Shendi", about: { featureType: "settlement", resolution: "verified" } },
      { key: "np3", kind: "place", words: "the railway yards at Atbara", about: { featureType: "facility" } },
      { key: "np4", kind: "place", words: "River Nile State", about: { featureType: "province" } },
      { key: "ns1", kind: "source", words: "a spokesman for the governor of River Nile State", speaker: "spokesman" },
      { key: "ns2", kind: "source", words: "Three shopkeepers on the eastern bank", speaker: "shopkeepers" },
      { key: "ns3", kind: "source", words: "The local committee in Ad-Damir", speaker: "committee" },
      { key: "ns4", kind: "source", words: "the ministry", nth: 1, speaker: "ministry" },
    ],
    links: [
      { kind: "attributed-to", from: "n1", to: "ns1", cue: "said", about: { how: "explicit" } },
      { kind: "attributed-to", from: "n2", to: "ns2", about: { how: "explicit" } },
      { kind: "attributed-to", from: "n3", to: "ns3", about: { how: "explicit" } },
      { kind: "attributed-to", from: "n4", to: "ns3", about: { how: "explicit" } },
      { kind: "attributed-to", from: "n5", to: "ns4", cue: "warned", about: { how: "explicit" } },
      { kind: "located-at", from: "n1", to: "np1", about: { role: "at", precision: 1, primary: true } },
      { kind: "located-at", from: "n4", to: "np2", about: { role: "near", precision: 2, primary: true } },
      { kind: "located-at", from: "n5", to: "np3", about: { role: "at", precision: 1, primary: true } },
      { kind: "contradicts", from: "n1", to: "s1" },
      { kind: "corroborates", from: "n2", to: "s1" },
      { kind: "updates", from: "n3", to: "s5" },
    ],
    verdicts: [
      { key: "n4", decision: "accept" },
      { key: "np2", decision: "accept" },
      { key: "ns3", decision: "accept" },
      { key: "np4", decision: "reject", reason: "Part of a title, not the place of anything said here." },
    ],
    threads: [
      {
        on: "n1",
        said: [["editor", "Keep both sides: the spokesman's word and what the shopkeepers saw."]],
        resolved: true,
      },
    ],
  },
  {
    file: "difaf-al-nil.txt",
    by: "analystB",
    provenance: {
      outlet: "ضفاف النيل",
      published: "2026-08-06",
      retrieved: "2026-08-07",
      url: "https://difaf.example/atbara",
      language: "ar",
      direction: "rtl",
    },
    tags: [
      {
        key: "d1",
        kind: "claim",
        words: "عبور الشاحنات على الجسر توقف منذ صباح الثلاثاء",
        about: asserted({
          kind: "event",
          credibility: 2,
          restatement: "Lorries have not crossed the bridge at Atbara since Tuesday morning.",
          eventTime: stated("2026-08-04", "منذ صباح الثلاثاء"),
        }),
      },
      {
        key: "d2",
        kind: "claim",
        words: "85 أسرة غادرت منازلها في الأحياء المنخفضة قرب النهر",
        about: asserted({
          kind: "event",
          restatement: "85 families have left their homes in the low quarters near the river.",
          quantities: [{ what: "displaced", words: "85 أسرة" }],
        }),
      },
      {
        key: "d3",
        kind: "claim",
        words: "شخصين غرقا قرب شندي يوم الاثنين",
        about: asserted({
          kind: "event",
          restatement: "Two people drowned near Shendi on Monday.",
          quantities: [{ what: "killed", low: 2, high: 2, words: "شخصين" }],
        }),
      },
      {
        key: "d4",
        kind: "claim",
        words: "قد تصل المياه إلى ساحات السكة الحديد",
        about: asserted({
          kind: "forecast",
          certainty: "possible",
          restatement: "The water may reach the railway yards.",
        }),
      },
      {
        key: "dp1",
        kind: "place",
        words: "عطبرة",
        nth: 2,
        about: { featureType: "settlement", resolution: "verified" },
      },
      {
        key: "dp2",
        kind: "place",
        words: "الدامر",
        nth: 2,
        about: { featureType: "settlement", resolution: "verified" },
      },
      { key: "dp3", kind: "place", words: "شندي", about: { featureType: "settlement", resolution: "verified" } },
      { key: "ds1", kind: "source", words: "مصادر محلية في عطبرة", speaker: "atbara-locals" },
      { key: "ds2", kind: "source", words: "لجنة محلية في الدامر", speaker: "committee" },
    ],
    links: [
      { kind: "attributed-to", from: "d1", to: "ds1", cue: "قالت", about: { how: "explicit" } },
      { kind: "attributed-to", from: "d2", to: "ds2", about: { how: "explicit" } },
      { kind: "attributed-to", from: "d3", to: "ds2", about: { how: "explicit" } },
      { kind: "located-at", from: "d1", to: "dp1", about: { role: "at", precision: 1, primary: true } },
      { kind: "located-at", from: "d2", to: "dp2", about: { role: "near", precision: 2, primary: true } },
      { kind: "located-at", from: "d3", to: "dp3", about: { role: "near", precision: 2, primary: true } },
      { kind: "corroborates", from: "d1", to: "s1" },
    ],
    verdicts: [],
    threads: [],
  },
];
