import { classes } from "@/components/ui/classes";

export type ButtonVariant = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

const looks: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-on-accent hover:brightness-110 active:brightness-95",
  plain: "border-line-strong bg-surface text-ink hover:bg-hover active:bg-sunken",
  quiet: "border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink active:bg-sunken",
  danger: "border-bad bg-bad text-on-bad hover:brightness-110 active:brightness-95",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-7 px-2.5 py-1 text-small",
  medium: "min-h-8.5 px-3 py-1.5 text-small",
  large: "min-h-11 px-4 py-2 text-base",
};

/** How a button looks, for what leads somewhere and must do without the rest. */
export function buttonLook(variant: ButtonVariant, size: ButtonSize, className?: string) {
  return classes(
    "inline-flex items-center justify-center gap-2 rounded-2 border font-medium whitespace-nowrap no-underline transition-colors select-none print:hidden",
    "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50",
    looks[variant],
    sizes[size],
    className,
  );
}
