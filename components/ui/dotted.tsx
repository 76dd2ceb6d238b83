import { Fragment, type ReactNode } from "react";

/**
 * Short facts in a row with a point (or what `joint` says) between them, the empty ones left out. Each stands on its own:
 * a name in Arabic beside a date in Latin digits moves neither.
 */
export function Dotted({ facts, joint = " · " }: { facts: readonly ReactNode[]; joint?: string }) {
  const said = facts.filter((each) => each !== undefined && each !== null && each !== "" && each !== false);
  return said.map((each, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: facts have no name but their place in the row
    <Fragment key={at}>
      {at > 0 ? joint : null}
      <bdi>{each}</bdi>
    </Fragment>
  ));
}
