import type { entityKinds } from "@/domain/entity/entity-values";

/** Signs that nobody takes for one another when they are read out. */
const signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Six signs of bytes, by which somebody is known for good where they are only described. */
export const codeFrom = (bytes: Uint8Array): string =>
  [...bytes.slice(0, 6)].map((byte) => signs[byte % signs.length] ?? "").join("");

const called: Readonly<Record<(typeof entityKinds)[number], string>> = {
  "named person": "Person",
  "named organisation": "Organisation",
  "armed or state actor": "Armed actor",
  "official unnamed": "Official",
  "military unnamed": "Military source",
  "local or field": "Local source",
  "media outlet": "Outlet",
  document: "Document",
  "social media account": "Account",
  "the article itself": "Article",
};

/** What an entity is called that is only described. */
export const pseudonymOf = (kind: (typeof entityKinds)[number], code: string): string => `${called[kind]} ${code}`;

/** What somebody is called who tagged, where the project says so. */
export const analystCalled = (code: string): string => `Analyst ${code}`;
