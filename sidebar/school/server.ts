/** The sidebar's calls of the server. */
import type { SidebarServer } from '../../src/contract/school';
import { callErrors } from '../../src/messages/sidebar/page';
import { caller } from '../common/caller';

/** Nobody waits longer at a form; to save the same again is safe. */
const PATIENCE_MS = 90_000;

export const call = caller<SidebarServer>(callErrors, PATIENCE_MS);
