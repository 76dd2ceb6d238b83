import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select, Textarea } from "@/components/ui/input";

/** Why tags go back or are rejected: one of the project's reasons, own words, or both; empty where none is needed. */
export function useReason(isNeeded: boolean) {
  const [picked, setPicked] = useState("");
  const [words, setWords] = useState("");
  const reason = isNeeded ? [picked, words.trim()].filter(Boolean).join(": ") : "";
  return { picked, setPicked, words, setWords, reason, isNeeded, isMissing: isNeeded && reason === "" };
}

export function ReasonChoice({
  reason: { picked, setPicked, words, setWords },
  reasons,
  labels,
}: {
  reason: ReturnType<typeof useReason>;
  reasons: readonly string[];
  labels: { pick: string; own: string; words: string; hint?: string };
}) {
  return (
    <>
      <Field label={labels.pick}>
        <Select value={picked} onChange={({ target }) => setPicked(target.value)}>
          <option value="">{labels.own}</option>
          {reasons.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={labels.words} {...(labels.hint ? { hint: labels.hint } : {})}>
        <Textarea rows={2} maxLength={1500} value={words} onChange={({ target }) => setWords(target.value)} />
      </Field>
    </>
  );
}
