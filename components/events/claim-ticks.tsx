"use client";

import { claimName } from "@/components/events/event-words";
import { Checkbox } from "@/components/ui/checkbox";
import type { Evidence } from "@/domain/event/evidence";
import type { TagId } from "@/domain/ids";

/** Which claims of the event say something: one at least. */
export function ClaimTicks({
  legend,
  members,
  claims,
  error,
  onChange,
}: {
  legend: string;
  members: readonly Evidence[];
  claims: readonly TagId[];
  error?: string | undefined;
  onChange: (claims: readonly TagId[]) => void;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-small font-medium">{legend}</legend>
      {error ? <p className="text-small text-bad">{error}</p> : null}
      {members.map((member) => (
        <Checkbox
          key={member.claimId}
          label={<bdi>{claimName(member)}</bdi>}
          hint={<bdi>{member.outlet ?? member.reportTitle}</bdi>}
          checked={claims.includes(member.claimId)}
          onChange={(on) => onChange(on ? [...claims, member.claimId] : claims.filter((id) => id !== member.claimId))}
        />
      ))}
    </fieldset>
  );
}
