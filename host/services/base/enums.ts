/**
 * A member of one of Google's enums: compared by identity, printed by name
 * (https://developers.google.com/apps-script/guides/services#enums).
 */
export class EnumMember {
  constructor(
    private readonly memberName: string,
    private readonly position: number,
  ) {}

  name(): string {
    return this.memberName;
  }

  ordinal(): number {
    return this.position;
  }

  compareTo(other: EnumMember): number {
    return this.position - other.position;
  }

  toString(): string {
    return this.memberName;
  }

  toJSON(): string {
    return this.memberName;
  }
}

export type EnumOf<Names extends string> = Readonly<Record<Names, EnumMember>>;

function enumOf<const Names extends readonly string[]>(...names: Names): EnumOf<Names[number]> {
  const members = names.map((name, position) => [name, new EnumMember(name, position)] as const);
  return Object.freeze(Object.fromEntries(members)) as EnumOf<Names[number]>;
}

/** https://developers.google.com/apps-script/reference/base/button */
export const Button = enumOf('CLOSE', 'OK', 'CANCEL', 'YES', 'NO');
/** https://developers.google.com/apps-script/reference/base/button-set */
export const ButtonSet = enumOf('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL');
/** https://developers.google.com/apps-script/reference/script/auth-mode */
export const AuthModes = enumOf('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');
/** https://developers.google.com/apps-script/reference/script/authorization-status */
export const AuthorizationStatus = enumOf('REQUIRED', 'NOT_REQUIRED');
/** https://developers.google.com/apps-script/reference/script/event-type */
export const EventType = enumOf(
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
);
/** https://developers.google.com/apps-script/reference/script/trigger-source */
export const TriggerSource = enumOf('SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR');
/** https://developers.google.com/apps-script/reference/base/weekday */
export const Weekday = enumOf('SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY');
/** https://developers.google.com/apps-script/reference/utilities/digest-algorithm */
export const DigestAlgorithm = enumOf('MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512');
/** https://developers.google.com/apps-script/reference/utilities/charset */
export const Charset = enumOf('US_ASCII', 'UTF_8');
/** https://developers.google.com/apps-script/reference/html/sandbox-mode */
export const SandboxMode = enumOf('EMULATED', 'IFRAME', 'NATIVE');
/** https://developers.google.com/apps-script/reference/html/x-frame-options-mode */
export const XFrameOptionsMode = enumOf('ALLOWALL', 'DEFAULT');
