/** The server of the schools' sidebar. Each runs as the person at the keyboard and writes what that person may type in. */
import type { Refusal } from '../contract';
import type { SidebarFunctions } from '../contract.sidebar';
import { sidebarServer as says } from '../messages/sidebarServer';
import { refuse } from './answer';

const notYet = (): Refusal => refuse(says.notSetUp);

export const sidebarOpen: SidebarFunctions['sidebarOpen'] = notYet;
export const sidebarSchools: SidebarFunctions['sidebarSchools'] = notYet;
export const sidebarChoose: SidebarFunctions['sidebarChoose'] = notYet;
export const sidebarForm: SidebarFunctions['sidebarForm'] = notYet;
export const sidebarDraft: SidebarFunctions['sidebarDraft'] = notYet;
export const sidebarSave: SidebarFunctions['sidebarSave'] = notYet;
export const sidebarGo: SidebarFunctions['sidebarGo'] = notYet;
export const sidebarSelection: SidebarFunctions['sidebarSelection'] = notYet;
export const sidebarMend: SidebarFunctions['sidebarMend'] = notYet;
export const sidebarIssues: SidebarFunctions['sidebarIssues'] = notYet;
export const sidebarDistrict: SidebarFunctions['sidebarDistrict'] = notYet;
export const sidebarRemind: SidebarFunctions['sidebarRemind'] = notYet;
