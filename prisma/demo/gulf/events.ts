import type { DecideEvent, EventContent } from "@/domain/event/event";
import { EntityId, EventId, OpId } from "@/domain/ids";
import type { Hand } from "@/prisma/demo/demo-report";
import { demoId } from "@/prisma/demo/ids";
import { tagId } from "@/prisma/demo/tags";

export type DemoEvent = {
  key: string;
  by: Hand;
  content: EventContent;
  /** None: nobody has decided on it yet. */
  verdict?: Pick<DecideEvent, "decision" | "reason">;
};

type Claim = EventContent["claims"][number];

const supports = (...keys: string[]): Claim[] => keys.map((key) => ({ id: tagId(key), part: "supports" }));
const background = (...keys: string[]): Claim[] => keys.map((key) => ({ id: tagId(key), part: "background" }));
const denies = (key: string, ...what: NonNullable<Claim["denies"]>): Claim => ({
  ...{ id: tagId(key), part: "denies" },
  denies: what,
});

export const eventId = (key: string) => demoId(EventId, `event ${key}`);
export const eventOpId = (key: string) => demoId(OpId, `event ${key}`);

/** What the desk made of the three weeks; the tow of the ferry and the road that was cut are proposed still. */
export const events: readonly DemoEvent[] = [
  {
    ...{ key: "aground", by: "analystA" },
    content: {
      ...{ title: "Ferry Nour runs aground off Kerkennah", type: "accident-at-sea" },
      claims: [...supports("ga0", "ga1", "gb1", "gc1", "ge1"), ...background("ge3")],
      ...{
        confidence: "moderate",
        note: "The hospital counts one man more, whom the coastguard does not count as a passenger.",
      },
    },
    verdict: { decision: "accept", reason: "" },
  },
  {
    ...{ key: "flood", by: "analystB" },
    content: {
      ...{ title: "Flood drives people from the low quarters of Gabès", type: "displacement" },
      claims: [...supports("ga5", "gb2", "gd1"), ...background("gd2", "ge7")],
    },
    verdict: { decision: "accept", reason: "" },
  },
  {
    ...{ key: "wall", by: "analystB" },
    content: {
      ...{ title: "Wall collapses at the date market in Gabès", type: "damage-to-infrastructure" },
      claims: supports("gd4"),
    },
    verdict: { decision: "return", reason: "Ask the committee whether the market was open: the note does not say." },
  },
  {
    ...{ key: "blockade", by: "analystB" },
    content: {
      ...{ title: "Fishermen block the coast road at Skhira", type: "siege-or-blockade", phase: "ongoing" },
      claims: [...supports("gf1"), ...background("gg6")],
    },
  },
  {
    ...{ key: "march", by: "analystA" },
    content: {
      ...{ title: "March for flood aid broken up in Gabès", type: "protest" },
      claims: [...supports("gg1", "gg5"), denies("gg4", "figures"), ...background("gg3")],
      acts: [
        {
          outcome: "injured",
          victim: { words: "people on the march", low: 6, high: 6 },
          perpetrators: [
            {
              ...{ entityId: demoId(EntityId, "gulf-police"), involvement: "direct", certainty: "probable" },
              ...{ blame: "said by others", claims: [tagId("gg1")] },
            },
          ],
          claims: [tagId("gg1"), tagId("gg5")],
        },
      ],
    },
    verdict: { decision: "accept", reason: "" },
  },
];
