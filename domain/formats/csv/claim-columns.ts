import { type Column, idNow } from "@/domain/formats/csv/column";
import { listed } from "@/domain/formats/csv/common";
import type { Lookup } from "@/domain/formats/dataset";
import type { ClaimAttributes } from "@/domain/tag/claim";
import { actorRoles, counted } from "@/domain/tag/claim-values";

type Said = ClaimAttributes;

/** Who acts in a role; two that were merged since are one. */
const actors = (role: (typeof actorRoles)[number]) => (said: Said, look: Pick<Lookup, "entity">) => [
  ...new Set((said.actors ?? []).filter((actor) => actor.role === role).map(({ entityId }) => idNow(entityId, look))),
];

const range = (low: number | undefined, high: number | undefined) =>
  low === high ? `${low ?? "?"}` : `${low ?? "?"}..${high ?? "?"}`;

const quantity = ({ quantities = [] }: Said, what: (typeof counted)[number]) => {
  const those = quantities.filter((each) => each.what === what);
  return those.length === 1 ? those[0] : undefined;
};

const actorColumns = actorRoles.flatMap((role): Column<Said>[] => [
  {
    name: `${role}s`,
    type: "text",
    means: `The entities that the claim names as ${role}.`,
    of: (said, { entity }: Lookup) => listed(actors(role)(said, { entity }).map((id) => entity.get(id)?.name ?? id)),
  },
  {
    name: `${role}_entity_ids`,
    type: "ids",
    means: "Their ids in entities.csv, in the same order.",
    of: (said, look) => listed(actors(role)(said, look)),
  },
]);

const quantityColumns = counted.flatMap((what): Column<Said>[] => [
  {
    name: `${what}_low`,
    type: "integer",
    means: `Lower bound of ${what}, where the claim gives one figure for it. Blank is not zero.`,
    of: (said) => quantity(said, what)?.low,
  },
  { name: `${what}_high`, type: "integer", means: "Its upper bound.", of: (said) => quantity(said, what)?.high },
]);

/** What an analyst says about a claim. */
export const claimColumns: readonly Column<Said>[] = [
  { name: "restatement", type: "text", means: "The claim in one line.", of: (said) => said.restatement },
  {
    name: "claim_kind",
    type: "text",
    means: "event, state, intention, forecast, assessment or denial.",
    of: (said) => said.kind,
  },
  { name: "standing", type: "text", means: "asserted, or background: taken for granted.", of: (said) => said.standing },
  {
    name: "certainty",
    type: "text",
    means: "As the source presents it: certain, probable, possible or unspecified.",
    of: (said) => said.certainty,
  },
  { name: "polarity", type: "text", means: "affirmed or negated, as the source says it.", of: (said) => said.polarity },
  { name: "event_type", type: "text", means: "The codebook's event type.", of: (said) => said.eventType },
  ...actorColumns,
  { name: "event_from", type: "day", means: "First day of what is claimed.", of: (said) => said.eventTime?.from },
  { name: "event_to", type: "day", means: "Last day of it.", of: (said) => said.eventTime?.to },
  {
    name: "time_precision",
    type: "text",
    means: "day, week, month or unknown.",
    of: (said) => said.eventTime?.precision,
  },
  { name: "time_basis", type: "text", means: "stated, computed or analyst.", of: (said) => said.eventTime?.basis },
  {
    name: "time_words",
    type: "text",
    means: "The report's own words for the time.",
    of: (said) => said.eventTime?.words,
  },
  {
    name: "quantities",
    type: "text",
    means: "Every figure, low..high; ? where the report gives no bound.",
    of: (said) => listed((said.quantities ?? []).map(({ what, low, high }) => `${what} ${range(low, high)}`)),
  },
  ...quantityColumns,
  {
    name: "information_credibility",
    type: "integer",
    means: "1 confirmed to 6 cannot be judged; blank: not graded.",
    of: (said) => said.credibility,
  },
  { name: "check_worthy", type: "true or false", means: "Marked as worth checking.", of: (said) => said.checkWorthy },
];
