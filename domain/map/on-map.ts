import { z } from "zod";
import { EventPlace } from "@/domain/event/event-place";
import { eventStates } from "@/domain/event/event-values";
import { coordinateBases, featureTypes, resolutions } from "@/domain/gazetteer/place-values";
import { EventId, ReportId, TagId } from "@/domain/ids";
import { TagState } from "@/domain/tag/tag";

/** A place that a report names, as a map shows it; without coordinates it is listed and not drawn. Degrees, WGS 84. */
export const MapPlace = z.object({
  id: TagId,
  reportId: ReportId,
  /** As the report has it. */
  words: z.string(),
  /** What it was resolved to. */
  name: z.string().optional(),
  /** Its id in the gazetteer. */
  placeId: z.string().optional(),
  state: TagState,
  resolution: z.enum(resolutions).optional(),
  featureType: z.enum(featureTypes).optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  coordinateBasis: z.enum(coordinateBases).optional(),
  uncertaintyMetres: z.number().optional(),
});
export type MapPlace = z.infer<typeof MapPlace>;

export const MapPlaces = z.object({
  items: z.array(MapPlace),
  /** The titles of the reports they stand in, by id. */
  reports: z.record(z.string(), z.string()),
  /** There are more than a map shows; these are of the latest reports. */
  more: z.boolean(),
  /** What has to be said with places of the gazetteer. */
  attribution: z.string(),
});
export type MapPlaces = z.infer<typeof MapPlaces>;

/** An event as a map shows it: when, and at which place of its own. */
export const MapEvent = z.object({
  id: EventId,
  title: z.string(),
  state: z.enum(eventStates),
  from: z.string().optional(),
  to: z.string().optional(),
  disputed: z.boolean(),
  place: EventPlace.pick({
    name: true,
    words: true,
    geoPrecision: true,
    latitude: true,
    longitude: true,
    coordinateBasis: true,
    missing: true,
  }),
});
export type MapEvent = z.infer<typeof MapEvent>;

export const MapEvents = z.object({ items: z.array(MapEvent), more: z.boolean(), attribution: z.string() });
export type MapEvents = z.infer<typeof MapEvents>;

/** A town that stands around what a map shows, by which people know where they are. */
export const Neighbour = z.object({
  name: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  population: z.int().nonnegative(),
});
export type Neighbour = z.infer<typeof Neighbour>;

export const Neighbours = z.object({ items: z.array(Neighbour), attribution: z.string() });

/** What the operator's own background is like; `none` where no file was set, `unusable` with the reason. */
export const Background = z.discriminatedUnion("state", [
  z.object({ state: z.literal("none") }),
  z.object({ state: z.literal("unusable"), reason: z.string() }),
  z.object({
    state: z.literal("ready"),
    minZoom: z.int(),
    maxZoom: z.int(),
    /** Plain words that the file asks to be shown. */
    attribution: z.string(),
  }),
]);
export type Background = z.infer<typeof Background>;
