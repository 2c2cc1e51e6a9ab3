import { ScriptError } from '../../runtime/ports';
import {
  AuthModes,
  AuthorizationStatus,
  type EnumMember,
  EventType,
  TriggerSource,
  Weekday,
} from '../base/enums';
import type { MembersOf } from '../base/members';
import type { ServiceRun } from '../base/run';
import { Trigger, TriggerBuilder } from './builders';
import type { TriggerStore } from './triggers';

/** https://developers.google.com/apps-script/reference/script/authorization-info */
export class AuthorizationInfo
  implements
    MembersOf<GoogleAppsScript.Script.AuthorizationInfo, 'getAuthorizationStatus' | 'getAuthorizationUrl'>
{
  constructor(
    private readonly missing: readonly string[],
    private readonly granted: readonly string[],
    private readonly url: string,
  ) {}

  getAuthorizationStatus(): EnumMember {
    return this.missing.length > 0 ? AuthorizationStatus.REQUIRED : AuthorizationStatus.NOT_REQUIRED;
  }

  getAuthorizationUrl(): string | null {
    return this.missing.length > 0 ? this.url : null;
  }

  getAuthorizedScopes(): string[] {
    return [...this.granted];
  }
}

/** https://developers.google.com/apps-script/reference/script/script-app */
export class ScriptApp
  implements
    MembersOf<
      GoogleAppsScript.Script.ScriptApp,
      | 'AuthMode'
      | 'AuthorizationStatus'
      | 'EventType'
      | 'TriggerSource'
      | 'WeekDay'
      | 'getScriptId'
      | 'newTrigger'
      | 'getProjectTriggers'
      | 'deleteTrigger'
      | 'getAuthorizationInfo'
      | 'requireScopes'
      | 'requireAllScopes'
    >
{
  readonly AuthMode = AuthModes;
  readonly AuthorizationStatus = AuthorizationStatus;
  readonly EventType = EventType;
  readonly TriggerSource = TriggerSource;
  readonly WeekDay = Weekday;

  constructor(
    private readonly run: ServiceRun,
    private readonly store: TriggerStore,
  ) {}

  getScriptId(): string {
    return this.run.projectId;
  }

  newTrigger(functionName: string): TriggerBuilder {
    return new TriggerBuilder(String(functionName), this.run, this.store);
  }

  /** Only the current user's: other accounts cannot see them (guides/triggers/installable). */
  getProjectTriggers(): Trigger[] {
    return this.store.of(this.run.projectId, this.run.user).map((record) => new Trigger(record));
  }

  deleteTrigger(trigger: Trigger): void {
    this.store.delete(trigger.getUniqueId());
  }

  getAuthorizationInfo(authMode: EnumMember, oAuthScopes?: readonly string[]): AuthorizationInfo {
    if (authMode === undefined) throw new ScriptError('Invalid argument: authMode');
    const asked = oAuthScopes ?? [...this.run.wanted];
    return new AuthorizationInfo(
      asked.filter((scope) => !this.run.scopes.has(scope)),
      asked.filter((scope) => this.run.scopes.has(scope)),
      this.url(),
    );
  }

  /** Ends the run with a consent screen when a scope was not granted; here it throws (text unconfirmed). */
  requireScopes(_authMode: EnumMember, oAuthScopes: readonly string[]): void {
    const missing = oAuthScopes.filter((scope) => !this.run.scopes.has(scope));
    if (missing.length > 0) {
      throw new ScriptError(`Authorization is required to perform that action. ${missing.join(' ')}`);
    }
  }

  requireAllScopes(authMode: EnumMember): void {
    this.requireScopes(authMode, [...this.run.wanted]);
  }

  private url(): string {
    return `https://script.google.com/macros/d/${this.run.projectId}/auth`;
  }
}
