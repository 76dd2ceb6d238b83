"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { Combobox } from "@/components/ui/combobox";
import { ReliabilityGrade } from "@/components/values/reliability";
import type { Entity } from "@/domain/entity/entity";

/** One entity of the project, found by its names while one types. */
export function EntityChoice({
  label,
  projectId,
  kind,
  except,
  value,
  onChange,
}: {
  label: string;
  projectId: string;
  /** Only this kind. */
  kind?: Entity["kind"];
  except?: string | undefined;
  value: Entity["id"] | null;
  onChange: (id: Entity["id"] | null) => void;
}) {
  const t = useTranslations("entities");
  const ask = useAsk();
  const [found, setFound] = useState<readonly Entity[] | null>(null);
  const [query, setQuery] = useState("");
  const latest = useRef(0);
  const [chosen, setChosen] = useState<Entity | null>(null);

  useEffect(() => {
    if (!value || chosen?.id === value) return;
    void ask("GET", `/entities/${value}`).then((answer) => {
      if (answer.ok) setChosen(answer.value.entity);
    });
  }, [ask, value, chosen]);

  useEffect(() => {
    latest.current += 1;
    const mine = latest.current;
    void ask("GET", `/projects/${projectId}/entities?limit=50&q=${encodeURIComponent(query)}`).then((answer) => {
      if (mine === latest.current) setFound(answer.ok ? answer.value.items : []);
    });
  }, [ask, projectId, query]);

  const offered = (found ?? []).filter(
    (entity) => entity.id !== except && !entity.mergedInto && (!kind || entity.kind === kind),
  );
  return (
    <Combobox
      label={label}
      placeholder={t("find")}
      busy={found === null}
      options={offered.map((entity) => ({
        value: entity.id,
        label: entity.name,
        detail: <ReliabilityGrade grade={entity.reliability} />,
      }))}
      value={value}
      valueLabel={chosen?.id === value ? chosen?.name : undefined}
      onChange={(id) => {
        const entity = offered.find((each) => each.id === id) ?? null;
        setChosen(entity);
        onChange(entity?.id ?? null);
      }}
      onQuery={setQuery}
    />
  );
}
