/** Runs one measurement in a separate process, so that its peak memory is measured alone. */
import type { SizeFigures, WayFigures } from './figures';
import { type MailFigures, measureMail } from './mail';
import { measurePage, type PageFigures } from './page';
import { measureSvodka } from './svodka';
import { measureWay, type Way } from './ways';

export type Task =
  | { readonly organisations: number }
  | { readonly way: Way; readonly organisations: number }
  | { readonly mailTo: number }
  | { readonly pageOf: number };

const task = JSON.parse(process.argv[2] ?? '') as Task;
const measured: SizeFigures | WayFigures | MailFigures | PageFigures =
  'pageOf' in task
    ? await measurePage(task.pageOf)
    : 'mailTo' in task
      ? measureMail(task.mailTo)
      : 'way' in task
        ? measureWay(task.way, task.organisations)
        : measureSvodka(task.organisations);
process.send?.(measured);
if (!process.send) console.log(JSON.stringify(measured, null, 1));
