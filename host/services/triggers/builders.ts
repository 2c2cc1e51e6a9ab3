import { ScriptError } from '../../runtime/ports';
import { type EnumMember, EventType, TriggerSource } from '../base/enums';
import type { MembersOf } from '../base/members';
import type { ServiceRun } from '../base/run';
import { instantOf } from '../utilities/zone';
import type { Schedule } from './schedule';
import type { TriggerEvent, TriggerRecord, TriggerStore } from './triggers';

/** https://developers.google.com/apps-script/reference/script/trigger */
export class Trigger
  implements
    MembersOf<
      GoogleAppsScript.Script.Trigger,
      'getUniqueId' | 'getHandlerFunction' | 'getEventType' | 'getTriggerSource' | 'getTriggerSourceId'
    >
{
  constructor(private readonly record: TriggerRecord) {}

  getUniqueId(): string {
    return this.record.id;
  }

  getHandlerFunction(): string {
    return this.record.handler;
  }

  getEventType(): EnumMember {
    return EventType[this.record.event];
  }

  getTriggerSource(): EnumMember {
    return this.record.event === 'CLOCK' ? TriggerSource.CLOCK : TriggerSource.SPREADSHEETS;
  }

  /** The spreadsheet's id; null for a clock trigger, as the page says (the types leave the null out). */
  getTriggerSourceId(): string | null {
    return this.record.spreadsheetId;
  }
}

/** https://developers.google.com/apps-script/reference/script/trigger-builder */
export class TriggerBuilder
  implements MembersOf<GoogleAppsScript.Script.TriggerBuilder, 'timeBased' | 'forSpreadsheet'>
{
  constructor(
    private readonly handler: string,
    private readonly run: ServiceRun,
    private readonly store: TriggerStore,
  ) {}

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.handler, this.run, this.store);
  }

  forSpreadsheet(book: string | { getId(): string }): SpreadsheetTriggerBuilder {
    const id = typeof book === 'string' ? book : book.getId();
    return new SpreadsheetTriggerBuilder(this.handler, id, this.run, this.store);
  }
}

/** https://developers.google.com/apps-script/reference/script/spreadsheet-trigger-builder */
export class SpreadsheetTriggerBuilder
  implements
    MembersOf<GoogleAppsScript.Script.SpreadsheetTriggerBuilder, 'onOpen' | 'onEdit' | 'onChange' | 'create'>
{
  private event: TriggerEvent | null = null;

  constructor(
    private readonly handler: string,
    private readonly spreadsheetId: string,
    private readonly run: ServiceRun,
    private readonly store: TriggerStore,
  ) {}

  onOpen(): this {
    this.event = 'ON_OPEN';
    return this;
  }

  onEdit(): this {
    this.event = 'ON_EDIT';
    return this;
  }

  onChange(): this {
    this.event = 'ON_CHANGE';
    return this;
  }

  create(): Trigger {
    if (this.event === null) throw new ScriptError('The trigger has no event type.');
    return new Trigger(
      this.store.add({
        projectId: this.run.projectId,
        user: this.run.user,
        handler: this.handler,
        event: this.event,
        spreadsheetId: this.spreadsheetId,
        schedule: null,
        createdAt: this.run.clock.now(),
      }),
    );
  }
}

/** https://developers.google.com/apps-script/reference/script/clock-trigger-builder */
export class ClockTriggerBuilder
  implements
    MembersOf<
      GoogleAppsScript.Script.ClockTriggerBuilder,
      | 'everyMinutes'
      | 'everyHours'
      | 'everyDays'
      | 'everyWeeks'
      | 'onWeekDay'
      | 'onMonthDay'
      | 'atHour'
      | 'nearMinute'
      | 'inTimezone'
      | 'after'
      | 'at'
      | 'atDate'
      | 'create'
    >
{
  private interval: { kind: 'minutes' | 'hours' | 'days' | 'weeks' | 'month'; every: number } | null = null;
  private once: number | null = null;
  private hour: number | null = null;
  private minute: number | null = null;
  private weekday: number | null = null;
  private monthDay: number | null = null;
  private timeZone: string;

  constructor(
    private readonly handler: string,
    private readonly run: ServiceRun,
    private readonly store: TriggerStore,
  ) {
    this.timeZone = run.scriptTimeZone;
  }

  everyMinutes(n: number): this {
    if (![1, 5, 10, 15, 30].includes(n)) {
      throw new ScriptError(
        'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
      );
    }
    return this.every('minutes', n);
  }

  everyHours(n: number): this {
    return this.every('hours', n);
  }

  everyDays(n: number): this {
    return this.every('days', n);
  }

  everyWeeks(n: number): this {
    return this.every('weeks', n);
  }

  onWeekDay(day: EnumMember): this {
    this.weekday = day.ordinal();
    return this.interval?.kind === 'weeks' ? this : this.every('weeks', 1);
  }

  onMonthDay(day: number): this {
    this.monthDay = day;
    return this.every('month', 1);
  }

  atHour(hour: number): this {
    this.hour = hour;
    return this;
  }

  nearMinute(minute: number): this {
    this.minute = minute;
    return this;
  }

  inTimezone(timezone: string): this {
    try {
      new Intl.DateTimeFormat('en', { timeZone: timezone });
    } catch {
      throw new ScriptError(`Invalid argument: timezone. ${timezone}`);
    }
    this.timeZone = timezone;
    return this;
  }

  after(durationMilliseconds: number): this {
    this.once = this.run.clock.now() + durationMilliseconds;
    return this;
  }

  at(date: Date): this {
    this.once = date.getTime();
    return this;
  }

  atDate(year: number, month: number, day: number): this {
    this.once = instantOf(this.timeZone, Date.UTC(year, month - 1, day));
    return this;
  }

  create(): Trigger {
    return new Trigger(
      this.store.add({
        projectId: this.run.projectId,
        user: this.run.user,
        handler: this.handler,
        event: 'CLOCK',
        spreadsheetId: null,
        schedule: this.schedule(),
        createdAt: this.run.clock.now(),
      }),
    );
  }

  private every(kind: 'minutes' | 'hours' | 'days' | 'weeks' | 'month', every: number): this {
    if (this.interval !== null) {
      throw new ScriptError('The recurrence interval is already set on this clock trigger.');
    }
    this.interval = { kind, every };
    return this;
  }

  private schedule(): Schedule {
    if (this.once !== null) return { kind: 'once', at: this.once };
    if (this.interval === null) {
      throw new ScriptError('The clock trigger has no recurrence interval.');
    }
    const { kind, every } = this.interval;
    if (kind === 'minutes' || kind === 'hours') return { kind, every };
    return {
      kind,
      every,
      // Without atHour the hour is Google's choice; the hour of creation here (unconfirmed).
      hour: this.hour ?? new Date(this.run.clock.now()).getUTCHours(),
      minute: this.minute,
      weekday: this.weekday,
      monthDay: this.monthDay,
      timeZone: this.timeZone,
    };
  }
}
