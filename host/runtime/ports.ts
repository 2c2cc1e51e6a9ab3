/**
 * What the parts of the local host agree on: the workbook side (host/workbook, host/api) knows nothing of
 * scripts and triggers, the services side (host/services, host/runtime) knows nothing of cells.
 */

/** The local host's only clock. Tests and the local page move it; nothing in the host reads the machine's. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** How far the running function is authorised (https://developers.google.com/apps-script/reference/script/auth-mode). */
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL';

/**
 * One run of one script: whose rights it has, what it may ask for, and the JavaScript realm its values
 * must belong to (a cell's date handed to the script must be `instanceof` the script's own Date).
 */
export interface Execution {
  /** The Date of the script's own `node:vm` context, already tied to the host's clock. */
  readonly Date: DateConstructor;
  readonly clock: Clock;
  /** E-mail of the account whose rights apply; '' for a person who is not signed in. */
  readonly user: string;
  readonly authMode: AuthMode;
  /** OAuth scopes of the script's manifest that the user granted, full URLs. */
  readonly scopes: ReadonlySet<string>;
  /** Id of the spreadsheet that the script is bound to, null for a standalone script. */
  readonly boundTo: string | null;
}

/** An error that Apps Script itself would throw, with Google's English text. */
export class ScriptError extends Error {
  override name = 'Exception';
}

/** The host does not implement this. Thrown, never swallowed: the host must not pretend. */
export class NotImplementedError extends Error {
  override name = 'NotImplementedError';
  constructor(what: string) {
    super(`The local host does not implement ${what}`);
  }
}
