import type { DemoReport } from "@/prisma/demo/demo-report";
import { asserted, stated } from "@/prisma/demo/flood/said";

export const difafAlNil: DemoReport = {
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
};
