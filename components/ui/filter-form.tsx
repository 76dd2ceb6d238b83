import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";

/** Goes to the list as it is narrowed; what is chosen stands in the address, so that it can be kept and sent. */
export function useNarrowing(address: (chosen: Readonly<Record<string, string>>) => string) {
  const router = useRouter();
  const [busy, start] = useTransition();
  function narrow(form: HTMLFormElement) {
    const chosen: Record<string, string> = {};
    for (const [name, value] of new FormData(form)) if (typeof value === "string" && value) chosen[name] = value;
    start(() => router.push(address(chosen)));
  }
  return { busy, narrow };
}

/** A page's address with what is chosen in it. */
export const addressWith = (page: string) => (chosen: Readonly<Record<string, string>>) => {
  const query = new URLSearchParams(chosen);
  return query.size > 0 ? `${page}?${query}` : page;
};

/** The form that narrows a list: a choice in it counts at once, written words when they are sent. */
export function FilterForm({
  label,
  action,
  busy,
  onNarrow,
  className,
  ticks = false,
  children,
}: {
  label: string;
  /** Where the form leads before the page's program runs. */
  action?: string;
  busy: boolean;
  onNarrow: (form: HTMLFormElement) => void;
  className: string;
  /** Everything in it is a choice, ticks too. */
  ticks?: boolean;
  children: ReactNode;
}) {
  return (
    <search aria-label={label}>
      <form
        action={action}
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          onNarrow(event.currentTarget);
        }}
        onChange={(event) => {
          if (ticks || event.target instanceof HTMLSelectElement) onNarrow(event.currentTarget);
        }}
        className={className}
      >
        {children}
      </form>
    </search>
  );
}

/** Applies what was chosen, or clears it where the list is narrowed. */
export function FilterButtons({
  busy,
  apply,
  clear,
}: {
  busy: boolean;
  apply: string;
  clear: { label: string; href: string } | null;
}) {
  return (
    <>
      <Button type="submit" busy={busy}>
        {apply}
      </Button>
      {clear ? (
        <ButtonLink variant="quiet" href={clear.href}>
          {clear.label}
        </ButtonLink>
      ) : null}
    </>
  );
}
