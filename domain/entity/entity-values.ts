/** Closed lists, apart from their schemas, so that a page can have them without a parser. */
export const entityKinds = [
  "named person",
  "named organisation",
  "armed or state actor",
  "official unnamed",
  "military unnamed",
  "local or field",
  "media outlet",
  "document",
  "social media account",
  "the article itself",
] as const;

export const anonymities = ["named", "role only", "fully anonymous"] as const;

export const scales = ["local", "national", "regional", "international"] as const;

/** Source reliability, A completely reliable … E unreliable, F cannot be judged (NATO AJP-2.1, Admiralty code). */
export const reliabilities = ["A", "B", "C", "D", "E", "F"] as const;
