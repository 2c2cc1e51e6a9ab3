/** One tick of a saved office in a process of its own, to be killed: `killedSender.ts FOLDER SMTP-URL MINUTES-LATER`. */
import { join } from 'node:path';
import { LocalHost } from '../../host/runtime/localHost';
import { ADMINISTRATOR } from '../../host/sample/books';
import { openBook, openHost, saveHost } from '../../host/xlsx/store';

const [folder = '', smtp = '', later = '0'] = process.argv.slice(2);
const host = new LocalHost({ smtp });
const control = await openBook(host, join(folder, 'control.xlsx'), { owner: ADMINISTRATOR });
await openBook(host, join(folder, 'report.xlsx'), { owner: ADMINISTRATOR });
const state = join(folder, 'host.json');
openHost(host, state);
host.clock.tick(Number(later) * 60_000);
const script = host.attach('control/dist', { spreadsheetId: control.workbook.id, id: 'control-script' });
// As on Google: a property that was set stays set, whatever becomes of the script.
host.properties.onWrite = () => saveHost(host, state);
const outcome = host.call(script, 'tick', [], { user: ADMINISTRATOR, trigger: 'time' });
if (outcome.error) throw new Error(outcome.error.message);
saveHost(host, state);
