import { useSyncExternalStore } from "react";

import { rememberOnDevice } from "@/components/shell/cookie";
import { type Theme, themeCookie } from "@/components/shell/device";

const listeners = new Set<() => void>();

/** Shows a theme at once and remembers it on this device. */
export function chooseTheme(theme: Theme) {
  if (theme === "system") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.dataset["theme"] = theme;
  rememberOnDevice(themeCookie, theme === "system" ? null : theme);
  for (const told of listeners) told();
}

function chosenTheme(): Theme {
  const theme = document.documentElement.dataset["theme"];
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** The theme this page is shown in, or "system" where the device decides. */
export function useTheme(): Theme {
  return useSyncExternalStore(
    (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
    chosenTheme,
    () => "system",
  );
}
