"use client";

import { useTranslations } from "use-intl";
import { entityOf } from "@/client/desk/speaker";
import { useReader } from "@/components/annotate/use-desk";
import { EntityPicker } from "@/components/reader/entities/entity-picker";
import { Group } from "@/components/reader/inspector/fields";
import type { ClaimChange } from "@/components/reader/inspector/form-props";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Segmented } from "@/components/ui/segmented";
import type { EntityId } from "@/domain/ids";
import type { ClaimAttributes } from "@/domain/tag/claim";
import { actorRoles } from "@/domain/tag/claim-values";

export function Actors({ said, change, disabled }: { said: ClaimAttributes; change: ClaimChange; disabled: boolean }) {
  const t = useTranslations("panels.claim");
  const tEntity = useTranslations("panels.entity");
  const entities = useReader((state) => state.entities);
  const actors = said.actors ?? [];
  const set = (next: typeof actors) => change({ actors: next.length > 0 ? next : undefined });
  const add = (entityId: EntityId) => {
    if (!actors.some((actor) => actor.entityId === entityId)) {
      set([...actors, { entityId, role: actors.length === 0 ? "initiator" : "target" }]);
    }
  };
  return (
    <Group
      title={actors.length > 0 ? t("actorsFilled", { count: actors.length }) : t("actors")}
      filled={actors.length > 0}
    >
      {actors.map((actor, at) => {
        const name = entityOf(entities, actor.entityId)?.name ?? "…";
        return (
          <div key={actor.entityId} className="flex items-center gap-2">
            <span dir="auto" className="min-w-0 grow truncate text-small font-medium">
              {name}
            </span>
            <Segmented
              label={t("actorRole", { name })}
              options={actorRoles.map((value) => ({ value, label: t(`actorRoles.${value}`) }))}
              value={actor.role}
              disabled={disabled}
              onChange={(role) => set(actors.map((each, index) => (index === at ? { ...each, role } : each)))}
            />
            <IconButton
              size="small"
              label={tEntity("remove", { name })}
              icon={<Icon name="close" />}
              disabled={disabled}
              onClick={() => set(actors.filter((_, index) => index !== at))}
            />
          </div>
        );
      })}
      <EntityPicker
        label={t("addActor")}
        value={null}
        onChange={(id) => id && add(id)}
        disabled={disabled}
        kind="armed or state actor"
      />
    </Group>
  );
}
