import { usualLicences } from "@/domain/release/release-values";

/** The identifier of SPDX, where somebody chose one that is offered; a licence in words has none. */
export const licenceId = (licence: string): string | undefined =>
  usualLicences.find((each) => each.toLowerCase() === licence.trim().toLowerCase());

const addresses: Readonly<Record<(typeof usualLicences)[number], string>> = {
  "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
  "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
  "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
  "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
  "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
};

/** The page of a licence that is offered, as Croissant names it; else its words. */
export function licencePage(licence: string): string {
  const known = usualLicences.find((each) => each === licenceId(licence));
  return known ? addresses[known] : licence;
}
