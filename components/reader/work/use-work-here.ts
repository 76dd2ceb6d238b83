"use client";

import { createContext, use } from "react";
import type { WorkHere } from "@/components/reader/work/work-context";

export const WorkHereContext = createContext<WorkHere | null>(null);

/** Who works on the report open here; null where nobody's work is known, such as in a comparison. */
export const useWorkHere = (): WorkHere | null => use(WorkHereContext);
