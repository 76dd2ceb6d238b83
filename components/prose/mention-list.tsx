import { useEffect, useRef } from "react";
import type { Person } from "@/components/prose/person";
import { initials } from "@/components/shell/initials";

/** People who may be meant by what was written after `@`; the one at `at` is taken with Enter. */
export function MentionList({
  id,
  label,
  people,
  at,
  onTake,
}: {
  id: string;
  label: string;
  people: readonly Person[];
  at: number;
  onTake: (person: Person) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  // Newer browsers answer with a promise, which is no way of cleaning up.
  useEffect(() => {
    list.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className="absolute inset-bs-full start-0 z-20 mt-1 w-full max-w-72 overflow-hidden rounded-2 border border-line-strong bg-surface py-1 shadow-2"
    >
      {people.map((person, index) => (
        <div
          key={person.userId}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={`flex cursor-pointer items-center gap-2 px-2.5 py-1.5 ${index === at ? "bg-accent-wash" : "hover:bg-hover"}`}
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(person);
          }}
        >
          <span
            aria-hidden="true"
            className="grid size-6 shrink-0 place-items-center rounded-full bg-place-wash text-tiny text-place"
          >
            {initials(person.name)}
          </span>
          <span className="min-w-0">
            <bdi className="block truncate">{person.name}</bdi>
            <bdi className="block truncate text-tiny text-ink-3">{person.email}</bdi>
          </span>
        </div>
      ))}
    </div>
  );
}
