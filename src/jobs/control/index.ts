/** The server of «Пульт», the control book's sidebar. Its functions exist in the control book's script alone. */

import manifest from '../../../package.json';
import type { ControlFunctions } from '../../contract/control';
import { goTo, showSidebar } from '../../google/services/ui';
import { MOST_MEMORY } from '../../google/state/stateStore';
import { controlIssue } from '../../messages/control/issues';
import { control as says } from '../../messages/control/server';
import { jobNames } from '../../messages/jobs/setup';
import { PROGRAMMES } from '../../programmes';
import { menuImport } from '../importer/importer';
import { attempt, given, refuse } from '../run/answer';
import { command, query } from '../run/press';
import { setUpControl } from '../setUp/setUp';
import { booksOf } from './books';
import { controlIssues } from './controlIssues';
import { goInput } from './input';
import { mailsBrief } from './mails';
import { peopleOf } from './people';
import { scheduleOf } from './schedule';

export {
  controlAddBook,
  controlBook,
  controlRebuild,
  controlRepair,
  controlSample,
} from './books';
export { controlClose } from './closing';
export {
  controlMailConfirm,
  controlMailDryRun,
  controlMailForget,
  controlMailPreview,
  controlMailResend,
  controlMailSwitch,
  controlMails,
  controlMailTest,
} from './mails';
export { controlJournal, controlSchedule } from './schedule';

export const menuControl = (): void => showSidebar('Control', says.title);

/** All that the first screen needs. Writes nothing. */
export const controlOpen: ControlFunctions['controlOpen'] = () =>
  query(says, (run) => {
    const { adding } = run.memory.state;
    return {
      ok: true,
      isSetUp: run.office.settingsTable !== null,
      programme: run.office.settings.programmeTitle,
      books: booksOf(run),
      adding: adding === null ? '' : run.memory.state.books[adding.id]?.name || adding.id,
      people: peopleOf(run),
      schedule: scheduleOf(run),
      mails: mailsBrief(run),
      settings: run.office.settingIssues.map(controlIssue.line),
      samples: PROGRAMMES.map(({ title }) => title),
    };
  });

/** The control book's own tabs; those that are there stay as they are. */
export const controlSetUp: ControlFunctions['controlSetUp'] = () =>
  command(says, jobNames.setUp, (run) => {
    const { restored } = setUpControl(run);
    const sentence = restored.length === 0 ? says.setUp : `${says.setUp} ${says.restored(restored)}`;
    return { ok: true, sentence };
  });

export const controlState: ControlFunctions['controlState'] = () =>
  query(says, (run) => {
    run.people.readAddresses();
    return {
      ok: true,
      version: manifest.version,
      timeZone: run.office.settings.timeZone,
      memory: run.memory.size(),
      mostMemory: MOST_MEMORY,
      lastRun: scheduleOf(run).lastRun,
      issues: controlIssues(run),
    };
  });

/** Shows a tab of the control book at a row, on the person's own screen. */
export const controlGo: ControlFunctions['controlGo'] = (input) =>
  given(says, goInput, input, ({ tab, row }) =>
    query(says, (run) => {
      const sheet = run.office.control.sheet(tab);
      if (sheet === null) return refuse(says.tabGone);
      goTo(sheet, row);
      return { ok: true };
    }),
  );

/** Opens the window that takes in a letter. */
export const controlImporter: ControlFunctions['controlImporter'] = () =>
  attempt(says, () => {
    menuImport();
    return { ok: true };
  });
