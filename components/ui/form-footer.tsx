import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";

/** The foot of a dialog with a form in it: leave it, or send the form. */
export function FormFooter({
  form,
  busy,
  disabled = false,
  children,
}: {
  busy: boolean;
  disabled?: boolean;
  /** The id of the form that is sent. */
  form: string;
  /** What sending it is called. */
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <>
      <DialogClose>
        <Button>{t("cancel")}</Button>
      </DialogClose>
      <Button variant="primary" type="submit" form={form} busy={busy} disabled={disabled}>
        {children}
      </Button>
    </>
  );
}
