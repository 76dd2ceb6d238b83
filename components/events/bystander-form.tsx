"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ProblemNote } from "@/components/api/problem-note";
import { EntityChoice } from "@/components/entities/entity-choice";
import { bystanderOf } from "@/components/events/act-draft";
import { ClaimTicks } from "@/components/events/claim-ticks";
import { useEventChange } from "@/components/events/use-event-change";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormFooter } from "@/components/ui/form-footer";
import { Select } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { Event } from "@/domain/event/event";
import { bystanderRoles } from "@/domain/event/event-values";
import type { Evidence } from "@/domain/event/evidence";
import type { EntityId, TagId } from "@/domain/ids";

/** Names a witness or an intervening party, and the claims that say so. */
export function BystanderForm({ event, members }: { event: Event; members: readonly Evidence[] }) {
  const t = useTranslations("acts");
  const toast = useToast();
  const changing = useEventChange(event);
  const { bystanders = [] } = event.content;
  const [open, setOpen] = useState(false);
  const [entityId, setEntityId] = useState<EntityId | null>(null);
  const [role, setRole] = useState<string>("witness");
  const [claims, setClaims] = useState<readonly TagId[]>([]);
  const [asked, setAsked] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("roleTitle")}
      trigger={
        <Button size="small" variant="quiet">
          {t("addRole")}
        </Button>
      }
      footer={
        <FormFooter form="bystander" busy={changing.busy}>
          {t("save")}
        </FormFooter>
      }
    >
      <form
        id="bystander"
        onSubmit={async (submitted) => {
          submitted.preventDefault();
          setAsked(true);
          const bystander = bystanderOf(entityId, role, claims);
          if (!bystander || !(await changing.change({ bystanders: [...bystanders, bystander] }))) return;
          setOpen(false);
          toast({ title: t("saved") });
        }}
        className="space-y-4"
      >
        {changing.problem ? <ProblemNote problem={changing.problem} /> : null}
        <Field label={t("name")} error={asked && !entityId ? t("nameMissing") : undefined}>
          <EntityChoice label={t("name")} projectId={event.projectId} value={entityId} onChange={setEntityId} />
        </Field>
        <Field label={t("role")}>
          <Select value={role} onChange={({ target }) => setRole(target.value)}>
            {bystanderRoles.map((each) => (
              <option key={each} value={each}>
                {t(`roles.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <ClaimTicks
          legend={t("actClaims")}
          members={members}
          claims={claims}
          error={changing.errorOf(`bystanders.${bystanders.length}.claims`)}
          onChange={setClaims}
        />
      </form>
    </Dialog>
  );
}
