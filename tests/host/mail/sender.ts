/** A host that sends without end, to be killed: `sender.ts URL`. Message `n` goes to `n@example.org`. */
import { Outbox } from '../../../host/services/outbox';
import { SmtpDelivery } from '../../../host/services/smtp';
import { Bench } from '../services/bench';

const [url = ''] = process.argv.slice(2);
const bench = new Bench({ outbox: new Outbox(new SmtpDelivery(url)) });
bench.limitMs = Number.POSITIVE_INFINITY;
bench.stores.outbox.setDailyQuota(Number.MAX_SAFE_INTEGER);
bench.run(`
  const csv = Utilities.newBlob('строка;\\n'.repeat(20000), 'text/csv', 'Сводка.csv');
  for (let n = 0; ; n++) MailApp.sendEmail(n + '@example.org', 'Сводка ' + n, 'Начало\\nКонец', { attachments: [csv] });
`);
