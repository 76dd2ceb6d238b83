"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/input";
import type { EventClaim } from "@/domain/event/event";
import { deniable, parts } from "@/domain/event/event-values";

/** What a claim does in the event. A denial says what it denies, which may be several things at once. */
export function PartChoice({
  claim: { id, part: now, denies: said },
  name,
  disabled,
  onChange,
}: {
  claim: EventClaim;
  name: string;
  disabled: boolean;
  onChange: (part: EventClaim) => void;
}) {
  const t = useTranslations("events.claims");
  const [part, setPart] = useState(now);
  const [denies, setDenies] = useState<readonly (typeof deniable)[number][]>(said ?? ["happened"]);
  const same = part === now && deniable.every((each) => denies.includes(each) === (said?.includes(each) ?? false));
  return (
    <div className="w-48">
      <Select
        aria-label={t("part", { claim: name })}
        value={part}
        disabled={disabled}
        onChange={({ target }) => {
          const next = parts.find((each) => each === target.value) ?? part;
          setPart(next);
          if (next !== "denies" && next !== now) onChange({ id, part: next });
        }}
      >
        {parts.map((each) => (
          <option key={each} value={each}>
            {t(`parts.${each}`)}
          </option>
        ))}
      </Select>
      {part === "denies" ? (
        <fieldset className="mt-2 min-w-0" aria-label={t("what", { claim: name })}>
          {deniable.map((each) => (
            <Checkbox
              key={each}
              label={t(`denies.${each}`)}
              checked={denies.includes(each)}
              disabled={disabled}
              onChange={(on) => setDenies(on ? [...denies, each] : denies.filter((other) => other !== each))}
            />
          ))}
          {same ? null : (
            <Button
              size="small"
              className="mt-1"
              disabled={disabled || denies.length === 0}
              onClick={() => onChange({ id, part: "denies", denies: deniable.filter((each) => denies.includes(each)) })}
            >
              {t("saveDenial")}
            </Button>
          )}
          {denies.length === 0 ? <p className="text-small text-bad">{t("deniesNothing")}</p> : null}
        </fieldset>
      ) : null}
    </div>
  );
}
