"use client";

import { useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { entityOf } from "@/client/desk/speaker";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { NewEntity } from "@/components/reader/entities/new-entity";
import { Grade } from "@/components/tag/grade";
import { Combobox, type Option } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import type { Entity } from "@/domain/entity/entity";
import type { EntityId, ProjectId } from "@/domain/ids";

/** How long to wait after a key before asking the server, in milliseconds. */
const PAUSE = 250;
const SHOWN = 50;

/** Finds somebody in the project's registry while one types, or makes them in the same gesture. */
export function EntityPicker({
  label,
  value,
  onChange,
  disabled = false,
  suggestName,
  kind,
  autoFocus = false,
}: {
  label: string;
  value: EntityId | null;
  onChange: (id: EntityId | null) => void;
  disabled?: boolean;
  /** What somebody new would probably be called. */
  suggestName?: string;
  kind: Entity["kind"];
  autoFocus?: boolean;
}) {
  const t = useTranslations("panels.entity");
  const kinds = useTranslations("values.entityKind");
  const ungraded = useTranslations("panels")("noGrade");

  const entities = useReader((state) => state.entities);
  const project = useReader((state) => state.project.id);
  const [query, setQuery] = useState("");
  const [making, setMaking] = useState<string | null>(null);

  useRegistry(query, project);

  const options = useFound(query, entities, value);

  if (making !== null) {
    return (
      <NewEntity
        name={making}
        kind={kind}
        onMade={(id) => {
          setMaking(null);
          onChange(id);
        }}
        onCancel={() => setMaking(null)}
      />
    );
  }
  return (
    <Field label={label} labelHidden={value === null && label.endsWith("…")}>
      <Combobox
        label={label}
        placeholder={t("find")}
        autoFocus={autoFocus}
        disabled={disabled}
        value={entityOf(entities, value ?? undefined)?.id ?? null}
        options={options.map(
          (entity): Option => ({
            value: entity.id,
            label: entity.name,
            detail: (
              <span className="flex items-center gap-2">
                {kinds(entity.kind)}
                <Grade grade={entity.reliability ?? null} name={entity.reliability ?? ungraded} />
              </span>
            ),
          }),
        )}
        onQuery={setQuery}
        onChange={(id) => onChange(options.find((entity) => entity.id === id)?.id ?? null)}
        onCreate={(name) => setMaking(name)}
      />
      {value === null && suggestName && !disabled ? (
        <button type="button" className="link self-start text-tiny" onClick={() => setMaking(suggestName)}>
          + {suggestName}
        </button>
      ) : null}
    </Field>
  );
}

/** Asks the registry for those whose names go on like what was typed. */
function useRegistry(query: string, project: ProjectId) {
  const desk = useDesk();
  useEffect(() => {
    if (query.trim().length < 2) return;
    const timer = setTimeout(() => {
      void desk.ask("GET", `/projects/${project}/entities?limit=20&q=${encodeURIComponent(query)}`).then((answer) => {
        if (!answer.ok) return;
        for (const entity of answer.value.items) desk.meetEntity(entity);
      });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [query, project, desk]);
}

function useFound(query: string, entities: ReadonlyMap<EntityId, Entity>, value: EntityId | null) {
  const options = useMemo(() => {
    const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const fits = ({ name, aliases }: Entity) => {
      const all = [name, ...aliases].join(" ").toLocaleLowerCase();
      return words.every((word) => all.includes(word));
    };
    const chosen = entityOf(entities, value ?? undefined);
    const found = [...entities.values()].filter((entity) => !entity.mergedInto && fits(entity)).slice(0, SHOWN);
    return chosen && !found.includes(chosen) ? [chosen, ...found] : found;
  }, [entities, query, value]);
  return options;
}
