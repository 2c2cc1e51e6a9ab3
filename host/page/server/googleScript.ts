/** Puts google.script into a page of a script. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface ShimOptions {
  /** Functions that the page may call. */
  readonly names: readonly string[];
  /** Where calls are posted; null sends them to the page around the frame. */
  readonly path: string | null;
  /** Origin of the page around the frame. */
  readonly parent: string | null;
}

const SHIM = fileURLToPath(new URL('./googleRun.js', import.meta.url));

/** The page with the shim before its first script. */
export function withShim(html: string, options: ShimOptions): string {
  const [before = '', after = ''] = readFileSync(SHIM, 'utf8').split('SHIM_OPTIONS');
  // A name cannot end the script early: names are identifiers.
  const shim = before + JSON.stringify(options) + after;
  const at = html.indexOf('<script');
  const cut = at < 0 ? html.length : at;
  return `${html.slice(0, cut)}<script>${shim}</script>${html.slice(cut)}`;
}
