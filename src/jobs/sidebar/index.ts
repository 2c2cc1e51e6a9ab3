/** The server of the schools' sidebar. It runs as the person at the keyboard and writes only what that person may type in. */
import { showSidebar } from '../../google/services/ui';
import { sidebarServer as says } from '../../messages/sidebar/server';

export { sidebarRepair, sidebarSelection } from './cell';
export { sidebarDistrict, sidebarRemind } from './district';
export { sidebarDraft, sidebarForm, sidebarGo } from './form';
export { sidebarIssues } from './issues';
export { sidebarSave } from './save';
export { sidebarChoose, sidebarOpen, sidebarSchools } from './school';

export const menuMySchool = (): void => showSidebar('Sidebar', says.title);
