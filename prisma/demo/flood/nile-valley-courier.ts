import type { DemoReport } from "@/prisma/demo/demo-report";
import { asserted, stated } from "@/prisma/demo/flood/said";

export const nileValleyCourier: DemoReport = {
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
};
