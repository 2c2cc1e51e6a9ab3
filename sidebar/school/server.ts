/** The sidebar's calls of the server. */
import type { SidebarFunctions } from '../../src/contract.sidebar';
import { callErrors } from '../../src/messages/sidebar';
import { caller } from '../common/caller';

export const call = caller<SidebarFunctions>(callErrors);
