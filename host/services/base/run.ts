import type { Execution } from '../../runtime/ports';

/** What the services know of the run that uses them. */
export interface ServiceRun extends Execution {
  /** The script's id, the same for everybody who runs it. */
  readonly projectId: string;
  readonly projectName: string;
  /** The manifest's `timeZone`. */
  readonly scriptTimeZone: string;
  /** OAuth scopes that the manifest asks for, granted or not. */
  readonly wanted: ReadonlySet<string>;
  /** Files of the project that are pages, by name without extension. */
  readonly pages: ReadonlyMap<string, string>;
  /** Lines of the execution log. */
  readonly log: string[];
  /** Lets time pass inside the run: a sleep, waiting for a lock. */
  pass(ms: number): void;
}

export const SCOPES = {
  spreadsheets: 'https://www.googleapis.com/auth/spreadsheets',
  mail: 'https://www.googleapis.com/auth/script.send_mail',
  triggers: 'https://www.googleapis.com/auth/script.scriptapp',
  ui: 'https://www.googleapis.com/auth/script.container.ui',
  email: 'https://www.googleapis.com/auth/userinfo.email',
} as const;
