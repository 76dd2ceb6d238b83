/**
 * What the thread that writes an export asks the database, as text: the rules about who sees what stay on this side.
 * `$1` to `$6` are `values`; the others are said for each.
 */
export type Statements = {
  values: readonly unknown[];
  /** `$7`: the report after which to go on; `$8`: whether to count. */
  page: string;
  /** `$7`: reports. */
  blocks: string;
  threads: string;
  /** By tag. */
  verdicts: string;
  /** `$7`: reports; `$8`: annotations too; `$9`: kinds of them; `$10`: and those that a link leads to; `$11`: relations too. */
  tags: string;
};

/** Reports that are looked at at once; they are read in groups of them. */
export const pageSize = 500;
