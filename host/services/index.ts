import type { NamedClass } from '../metering/proxy';
import { Logger } from './base/logger';
import type { ServiceRun } from './base/run';
import { Session, User, type WithoutEmailScope } from './base/session';
import { MailApp } from './mail/mail';
import type { Outbox } from './mail/outbox';
import { Cache, CacheService, type CacheStores } from './storage/cache';
import { Lock, LockService, type Locks } from './storage/lock';
import { Properties, PropertiesService, type PropertyStores } from './storage/properties';
import { ClockTriggerBuilder, SpreadsheetTriggerBuilder, Trigger, TriggerBuilder } from './triggers/builders';
import { AuthorizationInfo, ScriptApp } from './triggers/scriptApp';
import type { TriggerStore } from './triggers/triggers';
import { HtmlOutput, HtmlService, HtmlTemplate } from './ui/html';
import { Menu, PromptResponse, Ui } from './ui/ui';
import { Blob } from './utilities/blob';
import { Utilities } from './utilities/utilities';

/** What the services keep from run to run. */
export interface ServiceStores {
  readonly properties: PropertyStores;
  readonly caches: CacheStores;
  readonly locks: Locks;
  readonly triggers: TriggerStore;
  readonly outbox: Outbox;
  readonly uuids: { next(): string };
  readonly withoutEmailScope: WithoutEmailScope;
  /** Language of people's accounts, "ru". */
  readonly accountLocale: string;
}

/** Every class of these services that a script can get hold of, under Google's name. */
export const SERVICE_CLASSES: readonly NamedClass[] = [
  ['PropertiesService', PropertiesService],
  ['Properties', Properties],
  ['CacheService', CacheService],
  ['Cache', Cache],
  ['LockService', LockService],
  ['Lock', Lock],
  ['ScriptApp', ScriptApp],
  ['AuthorizationInfo', AuthorizationInfo],
  ['Trigger', Trigger],
  ['TriggerBuilder', TriggerBuilder],
  ['ClockTriggerBuilder', ClockTriggerBuilder],
  ['SpreadsheetTriggerBuilder', SpreadsheetTriggerBuilder],
  ['MailApp', MailApp],
  ['HtmlService', HtmlService],
  ['HtmlOutput', HtmlOutput],
  ['HtmlTemplate', HtmlTemplate],
  ['Session', Session],
  ['User', User],
  ['Utilities', Utilities],
  ['Blob', Blob],
  ['Logger', Logger],
  ['Ui', Ui],
  ['Menu', Menu],
  ['PromptResponse', PromptResponse],
];

/** The services of one run, by the name of their global. */
export function createServices(run: ServiceRun, stores: ServiceStores): Record<string, object> {
  return {
    PropertiesService: new PropertiesService(run, stores.properties),
    CacheService: new CacheService(run, stores.caches),
    LockService: new LockService(run, stores.locks),
    ScriptApp: new ScriptApp(run, stores.triggers),
    MailApp: new MailApp(run, stores.outbox),
    HtmlService: new HtmlService(run),
    Session: new Session(run, stores.accountLocale, stores.withoutEmailScope),
    Utilities: new Utilities(run, stores.uuids),
    Logger: new Logger(run),
  };
}
