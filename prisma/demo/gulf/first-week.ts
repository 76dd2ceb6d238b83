import type { DemoReport } from "@/prisma/demo/demo-report";
import {
  accepted,
  articleSays,
  at,
  claim,
  computed,
  counted,
  near,
  place,
  says,
  source,
  stated,
} from "@/prisma/demo/gulf/said";
import { note } from "@/prisma/demo/gulf/situation-note";

const ranAground = "when the ferry Nour ran aground off Kerkennah in a storm on Tuesday night";
const aground = {
  ...{
    kind: "event",
    eventType: "accident-at-sea",
    checkWorthy: true,
    eventTime: stated("2026-09-08", "on Tuesday night"),
  },
  quantities: [counted("killed", 3, "Three people"), counted("injured", 11, "eleven")],
};
const flooded = {
  ...{ kind: "event", eventType: "displacement", eventTime: computed("2026-09-08", "the same night") },
  quantities: [counted("displaced", 200, "200 people")],
};

/** What the agency said first, and the paper that printed it under another headline. */
const wire: DemoReport = {
  file: "gulf/gulf-wire-1.txt",
  by: "analystA",
  provenance: {
    ...{ outlet: "Gulf Wire", published: "2026-09-09", retrieved: "2026-09-09", language: "en" },
    url: "https://gulfwire.example/2026/09/09/ferry-kerkennah",
  },
  tags: [
    claim("ga0", "Three killed as ferry runs aground off Kerkennah in storm", { kind: "event", checkWorthy: true }),
    claim("ga1", `Three people were killed and eleven injured ${ranAground}`, { ...aground, credibility: 2 }),
    claim("ga2", "the wind rose within minutes", { kind: "state", credibility: 3 }),
    claim("ga3", "the rudder no longer answered", { kind: "state", credibility: 3, checkWorthy: true }),
    claim("ga4", "water stood a metre deep in the market street", { kind: "state" }),
    claim("ga5", "200 people had left their homes", { ...flooded, credibility: 2 }),
    claim("ga6", "The road between Gabès and Skhira was cut at three places", {
      ...{ kind: "event", eventType: "damage-to-infrastructure", credibility: 2 },
      eventTime: computed("2026-09-08", "the same night"),
    }),
    claim("ga7", "to tow the ferry to Sfax by Friday", { kind: "forecast", certainty: "probable" }),
    place("gap1", "Kerkennah", "kerkennah", 2),
    place("gap2", "Sfax", "sfax", 2),
    place("gap3", "Gabès", "gabes"),
    {
      ...{ key: "gap4", kind: "place", words: "The road between Gabès and Skhira" },
      about: { featureType: "road", resolution: "verified", nodes: ["Gabès", "Skhira"] },
    },
    place("gap5", "Skhira", "skhira", 2),
    source("gas1", "a coastguard officer in Sfax", "coastguard-officer"),
    source("gas2", "Two crew members", "crew"),
    source("gas3", "A municipal engineer", "municipal-engineer"),
    source("gas4", "the engineer", "municipal-engineer"),
    source("gas5", "The coastguard", "coastguard"),
  ],
  links: [
    { kind: "restates", from: "ga0", to: "ga1" },
    articleSays("ga0"),
    says("ga1", "gas1", "said"),
    says("ga2", "gas2", "told"),
    says("ga3", "gas2", "told"),
    says("ga4", "gas3"),
    says("ga5", "gas3"),
    says("ga6", "gas4", "added"),
    says("ga7", "gas5", "expects"),
    near("ga1", "gap1"),
    at("ga5", "gap3"),
    at("ga6", "gap4", { role: "along", precision: 3 }),
  ],
  verdicts: [
    ...accepted("ga0", "ga1", "ga2", "ga5", "ga6", "gap1", "gap2", "gap3", "gap4", "gas1", "gas2", "gas3", "gas4"),
    { key: "ga3", decision: "accept-with-change", change: { kind: "state", credibility: 2, checkWorthy: true } },
    { key: "ga4", decision: "return", reason: "Mark the market street as its place." },
  ],
  threads: [
    {
      on: "ga3",
      said: [
        ["reviewer", "Both crew members, or one of the two? The hearing will ask."],
        ["analystA", "The agency does not say. I left them together as one source."],
      ],
    },
  ],
};

const copy: DemoReport = {
  file: "gulf/shore-post-1.txt",
  by: "analystB",
  provenance: {
    ...{ outlet: "Southern Shore Post", published: "2026-09-09", retrieved: "2026-09-09", language: "en" },
    url: "https://shorepost.example/storm-throws-island-ferry",
  },
  tags: [
    claim("gb1", `Three people were killed and eleven injured ${ranAground}`, { ...aground, credibility: 6 }),
    claim("gb2", "200 people had left their homes", { ...flooded, credibility: 6 }),
    place("gbp1", "Kerkennah", "kerkennah"),
    place("gbp2", "Gabès", "gabes"),
    source("gbs1", "a coastguard officer in Sfax", "coastguard-officer"),
    source("gbs2", "A municipal engineer", "municipal-engineer"),
  ],
  links: [
    says("gb1", "gbs1", "said"),
    says("gb2", "gbs2"),
    near("gb1", "gbp1"),
    at("gb2", "gbp2"),
    {
      kind: "repeats",
      from: "gb1",
      to: "ga1",
      about: { note: "The agency’s words; only the headline is the paper’s own." },
    },
    { kind: "repeats", from: "gb2", to: "ga5" },
  ],
  verdicts: accepted("gb1", "gb2", "gbp1", "gbp2", "gbs1", "gbs2"),
  threads: [
    {
      on: null,
      said: [["analystB", "A copy of Gulf Wire without its last paragraphs; nothing in it is new."]],
      resolved: true,
    },
  ],
};

/** The hospital counts five where the coastguard counted three, and the port denies that it warned in time. */
const hospital: DemoReport = {
  file: "gulf/sada-al-shati.txt",
  by: "analystA",
  provenance: {
    ...{ outlet: "صدى الشاطئ", published: "2026-09-10", retrieved: "2026-09-10", language: "ar", direction: "rtl" },
    url: "https://sada.example/sfax-hospital",
  },
  tags: [
    claim("gc1", "خمسة أشخاص قُتلوا في جنوح العبّارة «نور» قرب قرقنة ليلة الثلاثاء", {
      ...{ kind: "event", eventType: "accident-at-sea", credibility: 3, checkWorthy: true },
      restatement: "Five people were killed when the ferry Nour ran aground near Kerkennah on Tuesday night.",
      eventTime: stated("2026-09-08", "ليلة الثلاثاء"),
      quantities: [counted("killed", 5, "خمسة أشخاص")],
    }),
    claim("gc2", "تسعة مصابين ما زالوا يتلقون العلاج", {
      ...{ kind: "state", restatement: "Nine injured people are still being treated." },
    }),
    claim("gc3", "تكون العبّارة قد أبحرت رغم تحذير من العاصفة", {
      ...{ kind: "denial", polarity: "negated", checkWorthy: true, credibility: 4 },
      restatement: "The ferry did not sail in spite of a storm warning.",
    }),
    claim("gc4", "التحذير وصل بعد مغادرتها بساعة", {
      ...{ kind: "event", checkWorthy: true, restatement: "The warning arrived an hour after the ferry had left." },
      eventTime: computed("2026-09-08", "بعد مغادرتها بساعة"),
    }),
    claim("gc5", "نقلوا بقواربهم نحو ستين راكبا إلى الشاطئ", {
      ...{ kind: "event", restatement: "Fishermen brought about sixty passengers ashore in their boats." },
    }),
    claim("gc6", "الطريق إلى الصخيرة مقطوع منذ ليلة الثلاثاء", {
      ...{ kind: "state", restatement: "The road to Skhira has been cut since Tuesday night." },
    }),
    place("gcp1", "قرقنة", "kerkennah"),
    place("gcp2", "قابس", "gabes"),
    place("gcp3", "الصخيرة", "skhira"),
    source("gcs1", "طبيبة في مستشفى صفاقس", "doctor"),
    source("gcs2", "متحدث باسم سلطة الموانئ", "port-spokesman"),
    source("gcs3", "صيادون في قرقنة", "islanders"),
    source("gcs4", "سكان من حي السوق", "market-people"),
  ],
  links: [
    says("gc1", "gcs1", "قالت"),
    says("gc2", "gcs1"),
    says("gc3", "gcs2", "ونفى"),
    says("gc4", "gcs2"),
    says("gc5", "gcs3"),
    says("gc6", "gcs4"),
    near("gc1", "gcp1"),
    at("gc6", "gcp3", { role: "to", precision: 3 }),
    { kind: "contradicts", from: "gc1", to: "ga1", about: { note: "Five here, three in the agency’s report." } },
    { kind: "corroborates", from: "gc6", to: "ga6" },
  ],
  verdicts: accepted("gc1", "gc2", "gc3", "gcp1", "gcp2", "gcs1", "gcs2"),
  threads: [
    {
      on: "gc1",
      said: [
        ["analystA", "Whom does the hospital count? The coastguard may not know of those who died there."],
        ["reviewer", "Keep both figures until one of the two explains it."],
      ],
    },
  ],
};

export const firstWeek: readonly DemoReport[] = [wire, copy, hospital, note];
