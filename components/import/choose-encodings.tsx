"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { known, useEncodingName } from "@/components/import/encoding-name";
import type { Undecided } from "@/components/import/use-file-groups";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";

const other = "other";
const leave = "leave";

/** What somebody chose for a file: one of its readings, another encoding by name, or to leave it out. */
type Choice = { reading: string; named: string };

const firstChoice = ({ guess, choices }: Undecided): Choice => ({
  reading: guess ?? (choices.length > 0 ? leave : other),
  named: "",
});

/** Shows files whose letters depend on the encoding, as each encoding reads them, before anything of them is kept. */
export function ChooseEncodings({
  undecided,
  busy,
  onDecide,
}: {
  undecided: readonly Undecided[];
  busy: boolean;
  onDecide: (chosen: ReadonlyMap<File, string>) => void;
}) {
  const t = useTranslations("import");
  const [choices, setChoices] = useState<ReadonlyMap<File, Choice>>(new Map());
  const choiceOf = (each: Undecided) => choices.get(each.file) ?? firstChoice(each);
  const chosen = new Map(
    undecided.flatMap((each) => {
      const { reading, named } = choiceOf(each);
      const encoding = reading === other ? named : reading === leave ? "" : reading;
      return encoding === "" ? [] : [[each.file, encoding] as const];
    }),
  );

  return (
    <section aria-labelledby="encodings" className="space-y-6">
      <div>
        <h2 id="encodings" className="headline text-lead">
          {t("chooseTitle")}
        </h2>
        <p className="text-small text-ink-2">{t("chooseLead", { count: undecided.length })}</p>
      </div>
      {undecided.map((each) => (
        <OneFile
          key={`${each.file.name}/${each.file.size}/${each.file.lastModified}`}
          undecided={each}
          choice={choiceOf(each)}
          onChange={(choice) => setChoices(new Map(choices).set(each.file, choice))}
        />
      ))}
      <Button variant="primary" size="large" busy={busy} onClick={() => onDecide(chosen)}>
        {chosen.size > 0 ? t("importChosen", { count: chosen.size }) : t("leaveAll")}
      </Button>
    </section>
  );
}

function OneFile({
  undecided: { file, choices, line, reason },
  choice,
  onChange,
}: {
  undecided: Undecided;
  choice: Choice;
  onChange: (choice: Choice) => void;
}) {
  const t = useTranslations("import");
  const nameOf = useEncodingName();
  const label =
    line === undefined ? t("whichReadsRight", { name: file.name }) : t("whichLine", { name: file.name, line });
  const options = [
    ...choices.map((each) => ({
      value: each.label,
      label: (
        <bdi dir="auto" className="block font-serif text-lead font-normal break-words">
          {each.passage}
        </bdi>
      ),
      hint: nameOf(each.label),
    })),
    { value: other, label: t("otherEncoding") },
    { value: leave, label: t("leaveOut") },
  ];
  return (
    <div className="space-y-3">
      {reason ? <p className="text-small text-bad">{reason}</p> : null}
      <RadioCards
        label={label}
        options={options}
        value={choice.reading}
        onChange={(reading) => onChange({ ...choice, reading })}
      />
      {choice.reading === other ? (
        <Field label={t("encodingOf", { name: file.name })}>
          <Select value={choice.named} onChange={(event) => onChange({ ...choice, named: event.target.value })}>
            <option value="">{t("chooseEncoding")}</option>
            {known.map((each) => (
              <option key={each} value={each}>
                {nameOf(each)}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </div>
  );
}
