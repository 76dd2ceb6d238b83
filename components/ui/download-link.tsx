import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

const looks = {
  first: "border-accent bg-accent text-on-accent hover:brightness-110",
  further: "border-edge bg-surface text-ink hover:bg-hover",
};

/**
 * Fetches a file by the browser's own means, so that it streams to the disk. The file that most people want looks
 * `first`, what else there is `further`.
 */
export function DownloadLink({
  href,
  label,
  look = "first",
  children,
}: {
  href: string;
  label: string;
  look?: keyof typeof looks;
  children: ReactNode;
}) {
  return (
    <a
      href={href}
      download
      aria-label={label}
      className={`inline-flex min-h-11 w-full items-center justify-center gap-2 rounded-2 border px-4 py-2 text-base font-medium no-underline ${looks[look]}`}
    >
      <Icon name="download" />
      {children}
    </a>
  );
}
