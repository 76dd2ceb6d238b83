import type { DemoReport } from "@/prisma/demo/demo-report";
import { accepted, articleSays, at, claim, counted, place, says, source, stated } from "@/prisma/demo/gulf/said";

/** The committee’s note, as a PDF. */
export const note: DemoReport = {
  file: "gulf/situation-note.pdf",
  by: "analystB",
  provenance: { outlet: "Shore Relief Committee", published: "2026-09-11", retrieved: "2026-09-12", language: "en" },
  tags: [
    claim("gd1", "600 people had left the low quarters of Gabès", {
      ...{
        kind: "event",
        eventType: "displacement",
        credibility: 2,
        eventTime: stated("2026-09-11", "By Friday noon"),
      },
      quantities: [counted("displaced", 600, "600 people")],
    }),
    claim("gd2", "Two hundred of them sleep in two schools at El Hamma", { kind: "state", credibility: 2 }),
    claim("gd3", "The road between Gabès and Skhira was opened to light vehicles on Thursday evening", {
      ...{ kind: "event", eventType: "humanitarian-access", eventTime: stated("2026-09-10", "on Thursday evening") },
    }),
    claim("gd4", "A retaining wall at the date market in Gabès collapsed on Thursday morning", {
      ...{ kind: "event", eventType: "damage-to-infrastructure", credibility: 2 },
      eventTime: stated("2026-09-10", "on Thursday morning"),
    }),
    claim("gd5", "Drinking water is short in El Hamma", { kind: "assessment" }),
    claim("gd6", "to bring ten water lorries from Sfax by the end of next week", { kind: "intention" }),
    place("gdp1", "Gabès", "gabes", 4),
    place("gdp2", "Gabès", "gabes", 6),
    place("gdp3", "El Hamma", "elHamma"),
    place("gdp4", "El Hamma", "elHamma", 2),
    source("gds1", "volunteers of the committee", "relief"),
    source("gds2", "the committee’s engineer", "relief"),
  ],
  links: [
    says("gd1", "gds1", "counted"),
    says("gd2", "gds1"),
    articleSays("gd3"),
    says("gd4", "gds2", "reports"),
    articleSays("gd5"),
    articleSays("gd6"),
    at("gd1", "gdp1"),
    at("gd2", "gdp3"),
    at("gd4", "gdp2"),
    at("gd5", "gdp4"),
    { kind: "updates", from: "gd1", to: "ga5", about: { note: "Counted three days later." } },
    { kind: "updates", from: "gd1", to: "gb2" },
    { kind: "updates", from: "gd3", to: "ga6" },
  ],
  verdicts: [
    ...accepted("gd1", "gd2", "gd4", "gdp1", "gdp2", "gdp3", "gds1", "gds2"),
    { key: "gd6", decision: "reject", reason: "A plan of the committee’s own, not a claim that this project keeps." },
  ],
  threads: [],
};
