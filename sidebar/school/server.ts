/** The sidebar's calls of the server. */
import type { SidebarServer } from '../../src/contract.sidebar';
import { callErrors } from '../../src/messages/sidebar';
import { caller } from '../common/caller';

export const call = caller<SidebarServer>(callErrors);
