/** The sign of the product: a page and three pens in its margin. */
export function Mark({ className = "" }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      aria-hidden="true"
      className={`size-5.5 shrink-0 ${className}`}
    >
      <path d="M4 4h11v16H4z" />
      <path d="M7 8h5M7 11.5h5M7 15h3" />
      <path d="M18.5 5v5" className="stroke-claim" />
      <path d="M18.5 12v3" className="stroke-place" />
      <path d="M18.5 17v2.5" className="stroke-source" strokeDasharray="1.2 1.6" />
    </svg>
  );
}
