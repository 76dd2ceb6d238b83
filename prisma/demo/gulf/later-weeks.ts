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

/** The coastguard corrects its figure; the hospital does not. */
const correction: DemoReport = {
  file: "gulf/gulf-wire-2.txt",
  by: "analystA",
  provenance: {
    ...{ outlet: "Gulf Wire", published: "2026-09-15", retrieved: "2026-09-15", language: "en" },
    url: "https://gulfwire.example/2026/09/15/ferry-toll",
  },
  tags: [
    claim("ge1", "Four people died when the ferry Nour ran aground off Kerkennah on 8 September", {
      ...{ kind: "event", eventType: "accident-at-sea", credibility: 2, checkWorthy: true },
      eventTime: stated("2026-09-08", "on 8 September"),
      quantities: [counted("killed", 4, "Four people")],
    }),
    claim("ge2", "A deckhand died of his injuries on Sunday", {
      ...{ kind: "event", standing: "background", eventTime: computed("2026-09-13", "on Sunday") },
    }),
    claim("ge3", "The hospital in Sfax kept to its figure of five", { kind: "assessment", credibility: 3 }),
    claim("ge4", "The ferry was towed into Sfax on Monday", {
      ...{ kind: "event", credibility: 2, eventTime: computed("2026-09-14", "on Monday") },
    }),
    claim("ge5", "no warning had reached him before he sailed", {
      ...{ kind: "denial", polarity: "negated", credibility: 3, checkWorthy: true },
    }),
    claim("ge6", "it had sent one at noon", {
      ...{ kind: "event", credibility: 2, checkWorthy: true, eventTime: computed("2026-09-08", "at noon") },
    }),
    claim("ge7", "350 of those who had fled the flood were home again by Tuesday", {
      ...{ kind: "state", credibility: 2 },
    }),
    place("gep1", "Kerkennah", "kerkennah"),
    place("gep2", "Sfax", "sfax", 3),
    place("gep3", "Gabès", "gabes"),
    source("ges1", "the coastguard", "coastguard"),
    source("ges2", "The hospital in Sfax", "sfax-hospital"),
    source("ges3", "Its captain", "captain"),
    source("ges4", "The weather service", "weather-service"),
    source("ges5", "the municipality", "municipality"),
  ],
  links: [
    says("ge1", "ges1", "said"),
    says("ge2", "ges1"),
    says("ge3", "ges2"),
    articleSays("ge4"),
    says("ge5", "ges3", "told"),
    says("ge6", "ges4"),
    says("ge7", "ges5"),
    near("ge1", "gep1"),
    at("ge4", "gep2"),
    at("ge7", "gep3"),
    { kind: "updates", from: "ge1", to: "ga1", about: { note: "The coastguard corrects itself." } },
    { kind: "updates", from: "ge1", to: "gb1" },
    { kind: "contradicts", from: "ge1", to: "gc1" },
    { kind: "corroborates", from: "ge3", to: "gc1" },
    { kind: "corroborates", from: "ge5", to: "gc3" },
    { kind: "contradicts", from: "ge6", to: "ge5" },
    { kind: "contradicts", from: "ge6", to: "gc4" },
  ],
  verdicts: accepted("ge1", "ge3", "ge4", "ge5", "ge7", "gep1", "gep2", "gep3", "ges1", "ges2", "ges3", "ges5"),
  threads: [
    {
      on: "ge6",
      said: [
        ["analystA", "Sent at noon is not the same as received. Do the two contradict each other?"],
        ["editor", "Against the port’s “an hour after” they do. Against the captain’s word I am not sure."],
      ],
    },
  ],
};

/** A volunteer’s mail about the blockade. */
const mail: DemoReport = {
  file: "gulf/road-at-skhira.eml",
  by: "analystB",
  provenance: { outlet: "Shore Relief Committee", retrieved: "2026-09-18", language: "en" },
  tags: [
    claim("gf1", "Since Thursday morning fishermen have blocked the coast road at Skhira with nets and boats", {
      ...{ kind: "event", eventType: "siege-or-blockade", credibility: 1, checkWorthy: true },
      eventTime: stated("2026-09-17", "Since Thursday morning"),
    }),
    claim("gf2", "about 60 people there at eight today", { kind: "state", credibility: 1 }),
    claim("gf3", "Seven of our water lorries for El Hamma are waiting on the Sfax side of the blockade", {
      ...{ kind: "state", credibility: 1 },
    }),
    claim("gf4", "they were threatened with stones", { kind: "event", certainty: "possible", credibility: 3 }),
    claim("gf5", "they mean to stay until the governor comes", { kind: "intention" }),
    place("gfp1", "Skhira", "skhira"),
    place("gfp2", "El Hamma", "elHamma"),
    source("gfs1", "Ines Gharbi", "ines-gharbi"),
    source("gfs2", "Two drivers", "gulf-drivers"),
    source("gfs3", "A man from the fishermen’s union", "union-man"),
  ],
  links: [
    says("gf1", "gfs1"),
    says("gf2", "gfs1"),
    says("gf3", "gfs1"),
    says("gf4", "gfs2", "say"),
    says("gf5", "gfs3", "told"),
    at("gf1", "gfp1"),
    at("gf3", "gfp2", { role: "to", precision: 1 }),
  ],
  verdicts: accepted("gf1", "gfp1", "gfs1"),
  threads: [
    {
      on: { words: "I did not see that myself" },
      said: [["analystB", "She says so herself: keep the stones at possible."]],
    },
  ],
};

/** A march, and two accounts of how it ended. */
export const march: DemoReport = {
  file: "gulf/shore-post-2.txt",
  by: "analystA",
  provenance: {
    ...{ outlet: "Southern Shore Post", published: "2026-09-23", retrieved: "2026-09-23", language: "en" },
    url: "https://shorepost.example/march-gabes",
  },
  tags: [
    claim("gg1", "Six people were hurt when police broke up a march in Gabès on Tuesday", {
      ...{ kind: "event", eventType: "protest", credibility: 3, checkWorthy: true },
      ...{ eventTime: stated("2026-09-22", "on Tuesday"), quantities: [counted("injured", 6, "Six people")] },
    }),
    claim("gg2", "Some 400 people had walked from the market to the governor’s office", {
      kind: "event",
      standing: "background",
    }),
    claim("gg3", "tear gas was used", { kind: "denial", polarity: "negated", credibility: 4, checkWorthy: true }),
    claim("gg4", "two people who had fallen on the steps", {
      ...{ kind: "event", credibility: 4, quantities: [counted("injured", 2, "two people")] },
    }),
    claim("gg5", "she had treated six people, four of them for irritated eyes", {
      ...{ kind: "event", eventType: "protest", credibility: 2, checkWorthy: true },
      ...{ eventTime: computed("2026-09-22", "on Tuesday"), quantities: [counted("injured", 6, "six people")] },
    }),
    claim("gg6", "the blockade of the coast road continued for a sixth day", {
      ...{ kind: "event", eventType: "siege-or-blockade", eventTime: computed("2026-09-22", "for a sixth day") },
    }),
    claim("gg7", "stones were thrown at his cab on Monday night", {
      ...{ kind: "event", eventType: "riot-or-mob-violence", eventTime: computed("2026-09-21", "on Monday night") },
    }),
    claim("gg8", "to march again on Saturday if nobody receives them", { kind: "intention" }),
    place("ggp1", "Gabès", "gabes", 2),
    place("ggp2", "Skhira", "skhira"),
    source("ggs1", "an organiser", "organiser"),
    source("ggs2", "The regional police", "gulf-police"),
    source("ggs3", "A nurse at the hospital in Gabès", "nurse"),
    source("ggs4", "A lorry driver", "lorry-driver"),
    source("ggs5", "The organisers", "organiser"),
  ],
  links: [
    says("gg1", "ggs1", "said"),
    says("gg3", "ggs2", "denied"),
    says("gg4", "ggs2"),
    says("gg5", "ggs3"),
    articleSays("gg6"),
    says("gg7", "ggs4"),
    says("gg8", "ggs5", "intend"),
    at("gg1", "ggp1"),
    at("gg6", "ggp2"),
    at("gg7", "ggp2"),
    { kind: "contradicts", from: "gg4", to: "gg1", about: { note: "Two hurt, and by a fall." } },
    { kind: "corroborates", from: "gg5", to: "gg1" },
    { kind: "contradicts", from: "gg5", to: "gg3" },
    { kind: "updates", from: "gg6", to: "gf1" },
  ],
  verdicts: accepted("gg1", "gg3", "gg4", "gg5", "ggp1", "ggs1", "ggs2", "ggs3"),
  threads: [],
};

/** Nobody has read this one yet: what engines propose on it waits for an analyst. */
export const unread = {
  file: "gulf/gulf-wire-3.txt",
  by: "analystB",
  provenance: {
    ...{ outlet: "Gulf Wire", published: "2026-09-26", retrieved: "2026-09-26", language: "en" },
    url: "https://gulfwire.example/2026/09/26/blockade-lifted",
  },
  ...{ tags: [], links: [], verdicts: [], threads: [] },
} satisfies DemoReport;

export const laterWeeks: readonly DemoReport[] = [correction, mail, march];
