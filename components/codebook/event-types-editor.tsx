"use client";

import { useTranslations } from "use-intl";
import { NameField } from "@/components/codebook/thing-fields";
import { ThingList } from "@/components/codebook/thing-list";
import type { EventType } from "@/domain/codebook/codebook";

type Props = { eventTypes: readonly EventType[]; mayChange: boolean; onChange: (eventTypes: EventType[]) => void };

/** What may be said to have happened. */
export function EventTypesEditor({ eventTypes, mayChange, onChange }: Props) {
  const t = useTranslations("codebook");
  return (
    <ThingList
      items={eventTypes}
      saved={new Set()}
      what="event"
      addLabel={t("addEventType")}
      empty={t("noEventTypes")}
      mayChange={mayChange}
      make={(named) => named}
      onChange={onChange}
      summary={({ name }) => <bdi>{name}</bdi>}
    >
      {mayChange ? (type, change) => <NameField name={type.name} change={change} /> : undefined}
    </ThingList>
  );
}
