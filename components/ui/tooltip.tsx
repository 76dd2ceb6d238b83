"use client";

import {
  cloneElement,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { Kbd } from "@/components/ui/kbd";

/** In milliseconds: how long a pointer rests first, and how long after one tooltip the next needs no rest. */
const RESTS = 400;
const FOLLOWS = 200;
/** In pixels: from the thing, and from the window's edge. */
const GAP = 6;
const MARGIN = 8;
let lastLeft = Number.NEGATIVE_INFINITY;

/** A name on hover and focus. The thing it stands on must already carry the same name for those who listen. */
export function Tooltip({
  label,
  kbd,
  children,
}: {
  label: ReactNode;
  kbd?: string;
  children: ReactElement<HTMLAttributes<HTMLElement>>;
}) {
  const id = useId();
  const [on, setOn] = useState<HTMLElement | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const pressed = useRef(false);
  const leave = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    setOn((shown) => {
      if (shown) lastLeft = performance.now();
      return null;
    });
  }, []);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const { props } = children;
  return (
    <>
      {cloneElement(children, {
        ...(on ? { "aria-describedby": id } : {}),
        onPointerMove: (event) => {
          props.onPointerMove?.(event);
          if (event.pointerType === "touch" || on || pressed.current || timer.current !== undefined) return;
          const { currentTarget } = event;
          const rest = performance.now() - lastLeft < FOLLOWS ? 0 : RESTS;
          timer.current = window.setTimeout(() => setOn(currentTarget), rest);
        },
        onPointerLeave: (event) => {
          props.onPointerLeave?.(event);
          pressed.current = false;
          leave();
        },
        onPointerDown: (event) => {
          props.onPointerDown?.(event);
          pressed.current = true;
          leave();
        },
        onFocus: (event) => {
          props.onFocus?.(event);
          if (event.currentTarget.matches(":focus-visible") && !pressed.current) setOn(event.currentTarget);
        },
        onBlur: (event) => {
          props.onBlur?.(event);
          leave();
        },
        onClick: (event) => {
          props.onClick?.(event);
          leave();
        },
      })}
      {on ? (
        <Tip id={id} on={on} onLeave={leave}>
          {label}
          {kbd ? <Kbd>{kbd}</Kbd> : null}
        </Tip>
      ) : null}
    </>
  );
}

/** Above the thing, below it where there is no room. The first Escape, and any scrolling, takes it away. */
function Tip({ id, on, onLeave, children }: { id: string; on: HTMLElement; onLeave: () => void; children: ReactNode }) {
  const tip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (tip.current) place(tip.current, on);
  }, [on]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    };
    const scroll = ({ target }: Event) => {
      if (target instanceof Node && target.contains(on)) onLeave();
    };
    window.addEventListener("keydown", press, { capture: true });
    window.addEventListener("scroll", scroll, { capture: true });
    return () => {
      window.removeEventListener("keydown", press, { capture: true });
      window.removeEventListener("scroll", scroll, { capture: true });
    };
  }, [on, onLeave]);

  return createPortal(
    <div
      ref={tip}
      id={id}
      role="tooltip"
      className="settles pointer-events-none fixed z-50 flex w-max max-w-72 items-center gap-2 rounded-2 border border-line-strong bg-surface px-2.5 py-1.5 text-small text-ink shadow-float"
    >
      {children}
    </div>,
    document.body,
  );
}

function place(tip: HTMLElement, on: HTMLElement) {
  const { left, top, bottom, width } = on.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = tip;
  const middle = left + width / 2 - offsetWidth / 2;
  const above = top - GAP - offsetHeight;
  tip.style.left = `${Math.max(MARGIN, Math.min(middle, document.documentElement.clientWidth - MARGIN - offsetWidth))}px`;
  tip.style.top = `${above >= MARGIN ? above : bottom + GAP}px`;
}
