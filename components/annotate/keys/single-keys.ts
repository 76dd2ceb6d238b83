"use client";

import { useSyncExternalStore } from "react";

const NAME = "glossator.single-keys";
const listeners = new Set<() => void>();

/** Whether single characters are keys on this device; people who dictate or slip switch them off (WCAG 2.1.4). */
export const singleKeys = {
  on: () => localStorage.getItem(NAME) !== "off",
  set(on: boolean) {
    localStorage.setItem(NAME, on ? "on" : "off");
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function useSingleKeys(): boolean {
  return useSyncExternalStore(singleKeys.subscribe, singleKeys.on, () => true);
}
