import type { Loss } from "@/domain/formats/loss";
import type { Protection } from "@/domain/protection/protection";

/** What does not leave, or not as it is, because a project protects it: said on the preview and in the manifest. */
export function lossesOfProtection(protection: Protection): Loss[] {
  const { entities, places, people, names, described, passages, held, coarse, widenTo } = protection;
  const masks = names.length + passages.length + described.length > 0;
  const all: readonly Loss[] = [
    { what: "withheld-reports", count: held.reports.length, how: "dropped" },
    { what: "withheld-tags", count: held.tags.length, how: "dropped" },
    { what: "withheld-entities", count: held.entities.length, how: "dropped" },
    { what: "described-reports", count: described.length, how: "altered" },
    { what: "masked-words", count: masks ? null : 0, how: "altered" },
    { what: "pseudonyms", count: entities.length - held.entities.length + people.length, how: "altered" },
    { what: "coarse-places", count: coarse.length, how: "altered" },
    {
      what: "wide-dates",
      count: widenTo !== "as they are" && entities.length + places.length > 0 ? null : 0,
      how: "altered",
    },
  ];
  return all.filter(({ count }) => count !== 0);
}
