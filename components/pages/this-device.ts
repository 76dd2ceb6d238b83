"use client";

import { countWaiting, whyAway } from "@/components/pages/away";
import type { Device } from "@/components/pages/use-away";

/** The browser that shows the page. */
export const thisDevice: Device = { whyAway, countWaiting, reload: () => location.reload() };
