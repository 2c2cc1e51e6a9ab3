import { createHash } from 'node:crypto';
import { ScriptError } from '../../runtime/ports';
import type { MembersOf } from './members';
import { SCOPES, type ServiceRun } from './run';

/** https://developers.google.com/apps-script/reference/base/user */
export class User implements Pick<GoogleAppsScript.Base.User, 'getEmail'> {
  constructor(private readonly email: string) {}

  getEmail(): string {
    return this.email;
  }
}

/** What Session does in a script whose manifest lacks `userinfo.email`: see Session below. */
export type WithoutEmailScope = 'refused' | 'blank';

/**
 * Who runs the script (https://developers.google.com/apps-script/reference/base/session). Without the
 * `userinfo.email` scope the call is refused, as public reports have it
 * (https://github.com/enuchi/React-Google-Apps-Script/issues/147); a blank address instead is what the page's
 * wording allows and `blank` imitates: unconfirmed which. In a simple trigger the address is blank.
 */
export class Session
  implements
    MembersOf<
      GoogleAppsScript.Base.Session,
      | 'getActiveUser'
      | 'getEffectiveUser'
      | 'getScriptTimeZone'
      | 'getActiveUserLocale'
      | 'getTemporaryActiveUserKey'
    >
{
  constructor(
    private readonly run: ServiceRun,
    private readonly locale: string,
    private readonly withoutScope: WithoutEmailScope,
  ) {}

  getActiveUser(): User {
    return this.user('Session.getActiveUser');
  }

  getEffectiveUser(): User {
    return this.user('Session.getEffectiveUser');
  }

  getScriptTimeZone(): string {
    return this.run.scriptTimeZone;
  }

  /** Language of the person's account, "ru". */
  getActiveUserLocale(): string {
    return this.locale;
  }

  /** Rotates every 30 days and differs from script to script, as the page says. */
  getTemporaryActiveUserKey(): string {
    const { user, projectId, clock } = this.run;
    const month = Math.floor(clock.now() / (30 * 86_400_000));
    return createHash('sha256').update(`${user}\n${projectId}\n${month}`).digest('base64');
  }

  private user(member: string): User {
    const { scopes, authMode, user } = this.run;
    if (authMode !== 'FULL') return new User('');
    if (scopes.has(SCOPES.email)) return new User(user);
    if (this.withoutScope === 'blank') return new User('');
    throw new ScriptError(
      `You do not have permission to call ${member}. Required permissions: ${SCOPES.email}`,
    );
  }
}
