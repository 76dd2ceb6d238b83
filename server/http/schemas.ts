import "server-only";
import { z } from "zod";
import * as agreement from "@/domain/agreement/project/answer";
import * as assignment from "@/domain/assignment/assignment";
import * as myWork from "@/domain/assignment/my-work";
import * as progress from "@/domain/assignment/progress";
import * as attribute from "@/domain/codebook/attribute";
import * as codebook from "@/domain/codebook/codebook";
import * as codebookAnswers from "@/domain/codebook/codebook-answers";
import * as codebookMigration from "@/domain/codebook/migration";
import * as dashboard from "@/domain/dashboard/dashboard";
import * as thread from "@/domain/discussion/thread";
import * as entity from "@/domain/entity/entity";
import * as entityPage from "@/domain/entity/entity-page";
import * as tombstone from "@/domain/erasing/tombstone";
import * as act from "@/domain/event/act";
import * as event from "@/domain/event/event";
import * as eventDate from "@/domain/event/event-date";
import * as eventPlace from "@/domain/event/event-place";
import * as evidence from "@/domain/event/evidence";
import * as figures from "@/domain/event/figures";
import * as likely from "@/domain/event/likely";
import * as origins from "@/domain/event/origins";
import * as sheetBack from "@/domain/event/sheet-back/back";
import * as asked from "@/domain/formats/asked";
import * as foundPlace from "@/domain/gazetteer/found-place";
import * as entry from "@/domain/history/entry";
import * as ids from "@/domain/ids";
import * as live from "@/domain/live/live-event";
import * as onMap from "@/domain/map/on-map";
import * as notification from "@/domain/notification/notification";
import * as me from "@/domain/people/me";
import * as person from "@/domain/people/person";
import * as session from "@/domain/people/session";
import * as token from "@/domain/people/token";
import * as presence from "@/domain/presence/presence";
import * as problem from "@/domain/problem";
import * as project from "@/domain/project/project";
import * as settings from "@/domain/project/review-settings";
import * as importOutcome from "@/domain/report/import-outcome";
import * as report from "@/domain/report/report";
import * as comparison from "@/domain/review/compare/answer";
import * as strategy from "@/domain/review/compare/strategy";
import * as decided from "@/domain/review/decide-many";
import * as outcome from "@/domain/review/outcome";
import * as practice from "@/domain/review/practice";
import * as queue from "@/domain/review/queue";
import * as suggestion from "@/domain/suggestion/suggestion";
import * as batch from "@/domain/tag/batch";
import * as claim from "@/domain/tag/claim";
import * as foundClaim from "@/domain/tag/found-claim";
import * as kind from "@/domain/tag/kind";
import * as place from "@/domain/tag/place";
import * as relation from "@/domain/tag/relation";
import * as source from "@/domain/tag/source";
import * as tag from "@/domain/tag/tag";
import * as tagStory from "@/domain/tag/tag-story";
import * as block from "@/domain/text/block-schema";
import * as verdict from "@/domain/verdict";

const modules: readonly object[] = [
  ...[
    agreement,
    assignment,
    myWork,
    progress,
    attribute,
    codebook,
    codebookAnswers,
    codebookMigration,
    dashboard,
    thread,
    entity,
    entityPage,
    tombstone,
    asked,
  ],
  ...[
    entry,
    ids,
    live,
    notification,
    me,
    person,
    session,
    token,
    presence,
    problem,
    project,
    report,
    importOutcome,
    comparison,
  ],
  ...[strategy, decided, outcome, practice, queue, settings, verdict, batch, claim, foundClaim, kind, place, relation],
  ...[source, tag, tagStory, block, foundPlace, onMap, suggestion],
  ...[act, event, eventDate, eventPlace, evidence, figures, likely, origins, sheetBack],
];

/** The names under which the API's description writes a schema once: what the domain itself exports it as. */
export function namedSchemas(): Map<z.ZodType, string> {
  const named = new Map<z.ZodType, string>();
  const taken = new Set<string>();
  for (const [name, schema] of modules.flatMap((each) => Object.entries(each))) {
    if (!(schema instanceof z.ZodType) || !/^[A-Z]/.test(name) || named.has(schema)) continue;
    if (taken.has(name)) throw new Error(`Two schemas are called ${name}.`);
    taken.add(name);
    named.set(schema, name);
  }
  return named;
}
