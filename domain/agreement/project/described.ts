/**
 * What one person said of one tag: its kind, borders and attributes as texts; where they have several of these borders,
 * what each is linked to, so that the same ones can be compared. A link stands where it starts, and says what it joins.
 */
export type Described = readonly [
  kind: string,
  start: number,
  end: number,
  attributes: Readonly<Record<string, string>>,
  links?: readonly string[],
  joins?: string | null,
];

/** One report: for each of its raters what they said, by their place in the list of people. */
export type DescribedReport = readonly { readonly person: number; readonly tags: readonly Described[] }[];
