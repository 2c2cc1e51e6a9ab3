/** Google's two sorts of accounts, https://developers.google.com/apps-script/guides/services/quotas. */
export type AccountKind = 'consumer' | 'workspace';

interface MailLimits {
  /** Recipients a day. */
  readonly recipientsPerDay: number;
  /** Text and html part together, bytes. Google says "body size", not of which part: unconfirmed. */
  readonly bodyBytes: number;
}

/** https://developers.google.com/apps-script/guides/services/quotas; recipients outside the own domain. */
const LIMITS: Readonly<Record<AccountKind, MailLimits>> = {
  consumer: { recipientsPerDay: 100, bodyBytes: 200 * 1024 },
  workspace: { recipientsPerDay: 1_500, bodyBytes: 400 * 1024 },
};

const DAY_MS = 86_400_000;

/** One spending of an account: when, and how many recipients. */
export interface Spending {
  readonly at: number;
  readonly recipients: number;
}

export interface QuotaState {
  readonly kinds: Readonly<Record<string, AccountKind>>;
  readonly daily: Readonly<Record<string, number>>;
  readonly defaultDaily: number;
  readonly spent: Readonly<Record<string, readonly Spending[]>>;
}

/**
 * Each account's allowance of recipients. Google's page says "reset 24 hours after the first request"; others
 * saw each message's share return 24 hours after that message, and formerly all at midnight of the Pacific:
 * unconfirmed which. Here each share returns 24 hours after it was spent, the strictest of the three: at no
 * moment is more left than under the others, so a script that lives with this lives with any.
 */
export class MailQuotas {
  /** Recipients a day of an account of which nothing else was said. */
  defaultDaily = LIMITS.consumer.recipientsPerDay;
  private readonly kinds = new Map<string, AccountKind>();
  private readonly daily = new Map<string, number>();
  private readonly spent = new Map<string, Spending[]>();

  /** Every account is a consumer one until it is said to be of Workspace. */
  kindOf(account: string): AccountKind {
    return this.kinds.get(key(account)) ?? 'consumer';
  }

  setKind(account: string, kind: AccountKind): void {
    this.kinds.set(key(account), kind);
  }

  setDaily(account: string, recipients: number): void {
    this.daily.set(key(account), recipients);
  }

  bodyBytes(account: string): number {
    return LIMITS[this.kindOf(account)].bodyBytes;
  }

  remaining(account: string, now: number): number {
    const kind = this.kinds.get(key(account));
    const usual = kind === undefined ? this.defaultDaily : LIMITS[kind].recipientsPerDay;
    const allowed = this.daily.get(key(account)) ?? usual;
    return allowed - this.standing(account, now).reduce((sum, { recipients }) => sum + recipients, 0);
  }

  spend(account: string, recipients: number, at: number): void {
    const standing = this.standing(account, at);
    const last = standing.at(-1);
    if (last?.at === at) standing[standing.length - 1] = { at, recipients: last.recipients + recipients };
    else standing.push({ at, recipients });
    this.spent.set(key(account), standing);
  }

  private standing(account: string, now: number): Spending[] {
    return (this.spent.get(key(account)) ?? []).filter(({ at }) => now - at < DAY_MS);
  }

  dump(): QuotaState {
    return {
      kinds: Object.fromEntries(this.kinds),
      daily: Object.fromEntries(this.daily),
      defaultDaily: this.defaultDaily,
      spent: Object.fromEntries(this.spent),
    };
  }

  restore(state: QuotaState): void {
    this.defaultDaily = state.defaultDaily;
    refill(this.kinds, state.kinds);
    refill(this.daily, state.daily);
    this.spent.clear();
    for (const [account, spendings] of Object.entries(state.spent)) this.spent.set(account, [...spendings]);
  }
}

const key = (account: string): string => account.toLowerCase();

function refill<T>(map: Map<string, T>, from: Readonly<Record<string, T>>): void {
  map.clear();
  for (const [name, value] of Object.entries(from)) map.set(name, value);
}
