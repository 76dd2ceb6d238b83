"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { NameForm } from "@/components/account/name-form";
import { PasswordForm } from "@/components/account/password-form";
import { Sessions } from "@/components/account/sessions";
import { singleKeys, useSingleKeys } from "@/components/annotate/keys/single-keys";
import { themes } from "@/components/shell/device";
import { Page } from "@/components/shell/page";
import { chooseTheme, useTheme } from "@/components/shell/theme";
import { Switch } from "@/components/ui/checkbox";
import { Segmented } from "@/components/ui/segmented";
import type { Me } from "@/domain/people/me";
import type { SignIn } from "@/domain/people/session";

/** What belongs to one person: their name, password, ways of working and sign-ins. */
export function AccountPage({
  me,
  sessions,
}: {
  me: Pick<Me, "name" | "email" | "workspace">;
  sessions: readonly SignIn[];
}) {
  const t = useTranslations("account");
  const values = useTranslations("values");
  const shell = useTranslations("shell");
  const theme = useTheme();
  const single = useSingleKeys();
  return (
    <Page
      narrow
      title={t("title")}
      lead={t("lead", {
        email: me.email,
        role: values(`workspaceRole.${me.workspace.role}`),
        workspace: me.workspace.name,
      })}
    >
      <div className="divide-y divide-line border-t border-line">
        <Part title={t("person")}>
          <NameForm name={me.name} />
        </Part>
        <Part title={t("work")}>
          <div className="space-y-5">
            <Switch
              label={t("singleKeys")}
              hint={t("singleKeysHint")}
              checked={single}
              onChange={(on) => singleKeys.set(on)}
            />
            <div className="space-y-1.5">
              <p className="text-small font-medium">{t("theme")}</p>
              <Segmented
                label={t("theme")}
                value={theme}
                onChange={(chosen) => {
                  if (chosen) chooseTheme(chosen);
                }}
                options={themes.map((value) => ({ value, label: shell(`themes.${value}`) }))}
              />
              <p className="text-small text-ink-3">{t("themeHint")}</p>
            </div>
          </div>
        </Part>
        <Part title={t("password")} lead={t("passwordLead")}>
          <PasswordForm email={me.email} />
        </Part>
        <Part title={t("sessions")}>
          <Sessions sessions={sessions} />
        </Part>
      </div>
    </Page>
  );
}

function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-4 py-8 md:grid-cols-[13rem_minmax(0,1fr)]">
      <div>
        <h2 className="headline text-lead">{title}</h2>
        {lead ? <p className="mt-1 text-small text-ink-2">{lead}</p> : null}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
