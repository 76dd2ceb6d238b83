import type { DemoEntity } from "@/prisma/demo/demo-report";

const unnamed = (key: string, name: string, outlet: string): DemoEntity => ({
  ...{ key, name, outlet },
  ...{ kind: "official unnamed", anonymity: "role only" },
});
const onTheSpot = (key: string, name: string, outlet: string): DemoEntity => ({
  ...unnamed(key, name, outlet),
  kind: "local or field",
});

/** Who speaks in the three weeks on the gulf. */
export const entities: DemoEntity[] = [
  {
    ...{ key: "gulf-wire", name: "Gulf Wire", kind: "media outlet", scale: "regional" },
    grade: { reliability: "B", reason: "Says whom it asked, and corrects its figures in words." },
  },
  {
    ...{ key: "shore-post", name: "Southern Shore Post", kind: "media outlet", scale: "local" },
    grade: {
      reliability: "C",
      reason: "Own reporting from Gabès is good; the rest is the agency’s under another headline.",
    },
  },
  {
    ...{ key: "sada", name: "صدى الشاطئ", aliases: ["Sada al-Shati"], kind: "media outlet", scale: "local" },
    grade: { reliability: "C", reason: "Close to the hospital and to the islands; rarely asks the other side." },
  },
  {
    ...{ key: "relief", name: "Shore Relief Committee", kind: "named organisation", scale: "local" },
    grade: { reliability: "B", reason: "Counts by hand, dates its figures and says what it has not seen." },
  },
  {
    ...{ key: "ines-gharbi", name: "Ines Gharbi", kind: "named person", anonymity: "named", parent: "relief" },
    grade: { reliability: "A", reason: "Was on the spot, and keeps apart what she saw from what she was told." },
  },
  { key: "coastguard", name: "coastguard", kind: "armed or state actor", scale: "national" },
  { ...unnamed("coastguard-officer", "coastguard officer in Sfax", "gulf-wire"), parent: "coastguard" },
  { key: "gulf-police", name: "regional police in Gabès", kind: "armed or state actor", scale: "local" },
  { key: "port-authority", name: "port authority", aliases: ["سلطة الموانئ"], kind: "named organisation" },
  { ...unnamed("port-spokesman", "متحدث باسم سلطة الموانئ", "sada"), parent: "port-authority" },
  {
    key: "sfax-hospital",
    name: "hospital in Sfax",
    aliases: ["مستشفى صفاقس"],
    kind: "named organisation",
    scale: "local",
  },
  { ...onTheSpot("doctor", "طبيبة في مستشفى صفاقس", "sada"), parent: "sfax-hospital" },
  { key: "weather-service", name: "weather service", kind: "named organisation", scale: "national" },
  { key: "municipality", name: "municipality of Gabès", kind: "named organisation", scale: "local" },
  { ...unnamed("municipal-engineer", "municipal engineer in Gabès", "gulf-wire"), parent: "municipality" },
  onTheSpot("crew", "two crew members of the ferry Nour", "gulf-wire"),
  onTheSpot("captain", "captain of the ferry Nour", "gulf-wire"),
  onTheSpot("islanders", "صيادون في قرقنة", "sada"),
  onTheSpot("market-people", "سكان من حي السوق في قابس", "sada"),
  { key: "gulf-drivers", name: "drivers of the water lorries", kind: "local or field", anonymity: "role only" },
  { key: "union-man", name: "man from the fishermen’s union", kind: "local or field", anonymity: "role only" },
  onTheSpot("organiser", "organiser of the march", "shore-post"),
  onTheSpot("nurse", "nurse at the hospital in Gabès", "shore-post"),
  onTheSpot("lorry-driver", "lorry driver at Skhira", "shore-post"),
];
