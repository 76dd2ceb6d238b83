import { z } from "zod";
import { dateKinds } from "@/domain/event/date-kinds";

/** The query of a data week: a day in it, and which date of its events is meant. */
export const FridayQuery = z.object({ day: z.iso.date().optional(), by: z.enum(dateKinds).default("event") });
