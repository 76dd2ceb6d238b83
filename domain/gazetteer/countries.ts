/**
 * Countries as two capital letters (ISO 3166-1, and XK for Kosovo, which GeoNames, Intl and most packages use). Their
 * usual names come from `Intl.DisplayNames`; here is what it does not say: other names in use.
 */
export const otherCountryNames: Readonly<Record<string, readonly string[]>> = {
  AE: ["UAE", "Emirates", "the Emirates"],
  BA: ["Bosnia", "Bosnia and Herzegovina"],
  BO: ["Bolivia"],
  CD: ["DR Congo", "DRC", "Democratic Republic of the Congo", "Democratic Republic of Congo"],
  CF: ["Central African Republic", "CAR"],
  CG: ["Congo", "Republic of the Congo", "Congo-Brazzaville"],
  CI: ["Ivory Coast", "Côte d'Ivoire", "Cote d'Ivoire"],
  CN: ["People's Republic of China", "PRC"],
  CV: ["Cape Verde"],
  CZ: ["Czech Republic", "Czechia"],
  FM: ["Micronesia"],
  GB: ["UK", "U.K.", "Britain", "Great Britain"],
  HK: ["Hong Kong"],
  IR: ["Islamic Republic of Iran"],
  KP: ["North Korea", "DPRK"],
  KR: ["South Korea", "Republic of Korea"],
  LA: ["Laos"],
  MD: ["Moldova"],
  MK: ["Macedonia", "North Macedonia"],
  MM: ["Burma", "Myanmar"],
  MO: ["Macau", "Macao"],
  NL: ["Holland"],
  PS: ["Palestine", "State of Palestine", "Palestinian Territories"],
  RU: ["Russian Federation"],
  SA: ["Kingdom of Saudi Arabia", "KSA"],
  SY: ["Syrian Arab Republic"],
  SZ: ["Swaziland", "Eswatini"],
  TL: ["East Timor", "Timor-Leste"],
  TR: ["Turkey", "Türkiye", "Turkiye"],
  TZ: ["Tanzania"],
  US: ["USA", "U.S.", "U.S.A.", "US", "United States of America", "America"],
  VA: ["Vatican", "Holy See"],
  VN: ["Vietnam", "Viet Nam"],
};

/**
 * The languages whose names of countries are known: English, and those of other scripts. Others in Latin letters would make
 * English words of them: "Island" is Iceland in German.
 */
export const countryNameLanguages = ["en", "ar", "uk", "ru", "fa", "he"] as const;

/** Every usual name of a country, the English one first; none for a code that names no country. */
export function countryNames(code: string): readonly string[] {
  const usual = countryNameLanguages.flatMap((language) => countryName(code, language) ?? []);
  return [...new Set([...usual, ...(otherCountryNames[code] ?? [])])];
}

/** A country's name in a language (BCP 47); undefined for a code that names no country. */
export function countryName(code: string, language: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  return new Intl.DisplayNames([language], { type: "region", fallback: "none" }).of(code);
}
