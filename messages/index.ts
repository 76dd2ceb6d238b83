import account from "./en/account.json";
import activity from "./en/activity.json";
import acts from "./en/acts.json";
import agreement from "./en/agreement.json";
import api from "./en/api.json";
import charts from "./en/charts.json";
import codebook from "./en/codebook.json";
import compare from "./en/compare.json";
import copies from "./en/copies.json";
import dashboard from "./en/dashboard.json";
import details from "./en/details.json";
import entities from "./en/entities.json";
import erasing from "./en/erasing.json";
import events from "./en/events.json";
import exports from "./en/export.json";
import feeds from "./en/feeds.json";
import guidelines from "./en/guidelines.json";
import imports from "./en/import.json";
import importAnnotated from "./en/import-annotated.json";
import inbox from "./en/inbox.json";
import jobs from "./en/jobs.json";
import keys from "./en/keys.json";
import live from "./en/live.json";
import map from "./en/map.json";
import members from "./en/members.json";
import offline from "./en/offline.json";
import outcomes from "./en/outcomes.json";
import pages from "./en/pages.json";
import people from "./en/people.json";
import practice from "./en/practice.json";
import projects from "./en/projects.json";
import protection from "./en/protection.json";
import queue from "./en/queue.json";
import reader from "./en/reader.json";
import panels from "./en/reader-panels.json";
import readerWork from "./en/reader-work.json";
import releases from "./en/releases.json";
import reports from "./en/reports.json";
import search from "./en/search.json";
import sheetBack from "./en/sheet-back.json";
import shell from "./en/shell.json";
import signIn from "./en/sign-in.json";
import timeline from "./en/timeline.json";
import tokens from "./en/tokens.json";
import ui from "./en/ui.json";
import values from "./en/values.json";
import webhooks from "./en/webhooks.json";
import work from "./en/work.json";

/** Every word of the interface, one file an area, by language. A new area is a file and a line here. */
const en = {
  account,
  acts,
  activity,
  agreement,
  api,
  charts,
  codebook,
  copies,
  details,
  dashboard,
  compare,
  entities,
  erasing,
  events,
  export: exports,
  feeds,
  guidelines,
  import: imports,
  importAnnotated,
  inbox,
  jobs,
  keys,
  live,
  map,
  members,
  offline,
  outcomes,
  pages,
  panels,
  people,
  practice,
  projects,
  protection,
  queue,
  reader,
  readerWork,
  releases,
  reports,
  search,
  sheetBack,
  shell,
  signIn,
  timeline,
  tokens,
  ui,
  values,
  webhooks,
  work,
};

export type Messages = typeof en;
export type Locale = "en";
export type Area = keyof Messages;

const languages: Record<Locale, Messages> = { en };

export function messagesIn(locale: Locale): Messages {
  return languages[locale];
}
