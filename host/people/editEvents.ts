import { createEventObjects } from '../api/index';
import { launch, type World } from '../runtime/launch';
import type { RunOutcome } from '../runtime/outcome';
import type { ScriptProject } from '../runtime/project';
import type { ScriptRun } from '../runtime/run';
import type { Scheduler } from '../runtime/scheduler';
import { AuthModes } from '../services/base/enums';
import { User } from '../services/base/session';
import type { Drive } from '../services/storage/drive';
import type { EditEvent } from './userEdits';

/**
 * What a person's edit sets off: onEdit of every script bound to the book, then the installed triggers. An
 * edit of somebody who is not signed in runs no simple trigger, and installed ones see their owner as e.user.
 */
export class EditEvents {
  /** While a run of onEdit is under way only this many further edits wait; the rest are lost (guides/triggers). */
  private static readonly QUEUE = 2;
  private burst: EditEvent[] | null = null;

  constructor(
    private readonly world: World,
    private readonly drive: Drive,
    private readonly scheduler: Scheduler,
    private readonly boundTo: (spreadsheetId: string) => readonly ScriptProject[],
    private readonly scopesOf: (project: ScriptProject, user: string) => ReadonlySet<string>,
    private readonly record: (outcome: RunOutcome) => void,
  ) {}

  edited(edit: EditEvent): void {
    if (this.burst) this.burst.push(edit);
    else this.dispatch(edit);
  }

  /**
   * Everything edited inside comes faster than onEdit can run: the first edit runs it, two more wait their
   * turn (after all edits are in the cells), the others are never heard of. Whether the one that runs counts
   * among the two is unconfirmed.
   */
  inBurst(edits: () => void): void {
    this.burst = [];
    try {
      edits();
    } finally {
      const queued = this.burst;
      this.burst = null;
      for (const edit of queued.slice(0, 1 + EditEvents.QUEUE)) this.dispatch(edit);
    }
  }

  private dispatch(edit: EditEvent): void {
    const signedIn = edit.user !== '' && this.drive.get(edit.spreadsheetId)?.canEdit(edit.user) === true;
    if (signedIn) {
      for (const project of this.boundTo(edit.spreadsheetId)) this.simple(project, edit);
    }
    for (const trigger of this.world.stores.triggers.ofBook(edit.spreadsheetId, 'ON_EDIT')) {
      const outcome = this.scheduler.run(trigger, (run) =>
        eventOf(this.drive, run, edit, {
          user: edit.user === '' ? trigger.user : edit.user,
          triggerUid: trigger.id,
        }),
      );
      if (outcome) this.record(outcome);
    }
  }

  /**
   * Whom a simple trigger names: «if available (depending on a complex set of security restrictions)», says
   * guides/triggers/events. Where the host is asked to tell, people of the owner's own Workspace domain: unconfirmed.
   */
  private told({ spreadsheetId, user }: EditEvent): string {
    const file = this.drive.get(spreadsheetId);
    if (!this.world.namesEditors || !file || file.consumerOwned) return '';
    return user.split('@')[1] === file.owner.split('@')[1] ? user : '';
  }

  private simple(project: ScriptProject, edit: EditEvent): void {
    if (!project.defines('onEdit')) return;
    this.record(
      launch(this.world, {
        project,
        functionName: 'onEdit',
        trigger: 'edit',
        simple: true,
        user: edit.user,
        scopes: this.scopesOf(project, edit.user),
        event: (run) => eventOf(this.drive, run, edit, { user: this.told(edit) }),
      }),
    );
  }
}

/**
 * https://developers.google.com/apps-script/guides/triggers/events#edit: value and oldValue for one cell only.
 * Throws when the book or the sheet is gone by the time the event is handed over.
 */
function eventOf(
  drive: Drive,
  run: ScriptRun,
  edit: EditEvent,
  who: { user: string; triggerUid?: string },
): unknown {
  const event = run.adopt({}) as Record<string, unknown>;
  const objects = createEventObjects(drive, run, { getUi: () => null }, edit);
  if (!objects) throw new Error(`The edited sheet ${edit.sheetId} is gone`);
  event.authMode = AuthModes[run.authMode];
  event.source = run.membrane.wrap(objects.source);
  const range = run.membrane.wrap(objects.range) as object;
  const { row, col, rows, cols } = edit;
  // Seen on the range of an event in many public scripts, on no reference page: unconfirmed.
  const corners = { rowStart: row, columnStart: col, rowEnd: row + rows - 1, columnEnd: col + cols - 1 };
  event.range = Object.assign(range, corners);
  event.user = run.membrane.wrap(new User(who.user));
  if (who.triggerUid !== undefined) event.triggerUid = who.triggerUid;
  if (edit.value !== undefined) event.value = edit.value;
  if (edit.oldValue !== undefined) event.oldValue = edit.oldValue;
  return event;
}
