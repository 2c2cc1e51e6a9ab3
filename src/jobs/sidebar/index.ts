/** The server of the schools' sidebar. It runs as the person at the keyboard and writes only what that person may type in. */
import type { Refusal } from '../../contract';
import type { SidebarFunctions } from '../../contract.sidebar';
import { sidebarServer as says } from '../../messages/sidebarServer';
import { refuse } from '../answer';

export { sidebarDraft, sidebarForm, sidebarGo } from './form';
export { sidebarSave } from './save';
export { sidebarChoose, sidebarOpen, sidebarSchools } from './school';

const notYet = (): Refusal => refuse(says.notHere);
export const sidebarSelection: SidebarFunctions['sidebarSelection'] = notYet;
export const sidebarMend: SidebarFunctions['sidebarMend'] = notYet;
export const sidebarIssues: SidebarFunctions['sidebarIssues'] = notYet;
export const sidebarDistrict: SidebarFunctions['sidebarDistrict'] = notYet;
export const sidebarRemind: SidebarFunctions['sidebarRemind'] = notYet;
