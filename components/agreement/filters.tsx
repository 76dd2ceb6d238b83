"use client";

import { useTranslations } from "use-intl";
import type { AgreementChoice } from "@/components/agreement/choice";
import { Button } from "@/components/ui/button";
import { Checkbox, Switch } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import { Segmented } from "@/components/ui/segmented";

interface Named {
  id: string;
  name: string;
}

/** Whose layers are compared, which labels, from when, and how. */
export function Filters({
  choice,
  people,
  kinds,
  onChange,
}: {
  choice: AgreementChoice;
  people: readonly Named[];
  kinds: readonly Named[];
  onChange: (choice: AgreementChoice) => void;
}) {
  const t = useTranslations("agreement");
  return (
    <section
      aria-label={t("filters")}
      className="mb-8 flex flex-wrap items-end gap-x-5 gap-y-4 rounded-3 border border-line bg-surface px-4 py-3.5"
    >
      <Several
        label={t("people")}
        summary={choice.people ? t("somePeople", { count: choice.people.length }) : t("allPeople")}
        options={people}
        chosen={choice.people}
        onChange={(chosen) => onChange({ ...choice, people: chosen })}
      />
      <Several
        label={t("kinds")}
        summary={choice.kinds ? t("someKinds", { count: choice.kinds.length }) : t("allKinds")}
        options={kinds}
        chosen={choice.kinds}
        onChange={(chosen) => onChange({ ...choice, kinds: chosen })}
      />
      <div className="flex gap-2">
        <Field label={t("from")}>
          <Input
            type="date"
            value={choice.from}
            onChange={(event) => onChange({ ...choice, from: event.target.value })}
          />
        </Field>
        <Field label={t("to")}>
          <Input type="date" value={choice.to} onChange={(event) => onChange({ ...choice, to: event.target.value })} />
        </Field>
      </div>
      <div>
        <p className="mb-1 text-small font-medium">{t("layers")}</p>
        <Segmented
          label={t("layers")}
          value={choice.layers}
          onChange={(layers) => onChange({ ...choice, layers: layers ?? "blind" })}
          options={[
            { value: "blind", label: t("blind") },
            { value: "now", label: t("now") },
          ]}
        />
      </div>
      <div>
        <p className="mb-1 text-small font-medium">{t("positions")}</p>
        <Segmented
          label={t("positions")}
          value={choice.positions}
          onChange={(positions) => onChange({ ...choice, positions: positions ?? "characters" })}
          options={[
            { value: "characters", label: t("characters") },
            { value: "words", label: t("words") },
          ]}
        />
      </div>
      <Switch
        label={t("withoutProposals")}
        checked={choice.withoutProposals}
        onChange={(withoutProposals) => onChange({ ...choice, withoutProposals })}
      />
      <Switch
        label={t("hideNames")}
        checked={choice.hideNames}
        onChange={(hideNames) => onChange({ ...choice, hideNames })}
      />
    </section>
  );
}

function Several({
  label,
  summary,
  options,
  chosen,
  onChange,
}: {
  label: string;
  summary: string;
  options: readonly Named[];
  chosen: readonly string[] | null;
  onChange: (chosen: readonly string[] | null) => void;
}) {
  const taken = (id: string) => chosen === null || chosen.includes(id);
  return (
    <div>
      <p className="mb-1 text-small font-medium">{label}</p>
      <Popover
        label={label}
        trigger={
          <Button aria-label={`${label}: ${summary}`}>
            {summary}
            <Icon name="down" className="text-ink-3" />
          </Button>
        }
      >
        {options.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={<bdi>{name}</bdi>}
            checked={taken(id)}
            onChange={(on) => {
              const now = options.map((each) => each.id).filter((each) => (each === id ? on : taken(each)));
              onChange(now.length === options.length || now.length === 0 ? null : now);
            }}
          />
        ))}
      </Popover>
    </div>
  );
}
