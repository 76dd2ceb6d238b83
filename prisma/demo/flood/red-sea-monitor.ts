import type { DemoReport } from "@/prisma/demo/demo-report";
import { asserted, stated } from "@/prisma/demo/flood/said";

export const redSeaMonitor: DemoReport = {
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
};
