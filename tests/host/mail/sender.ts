/** A host that sends `COUNT` messages, without end if not said: `sender.ts URL [COUNT]`; the `n`-th to `n@example.org`. */
import { Outbox } from '../../../host/services/mail/outbox';
import { SmtpDelivery } from '../../../host/services/mail/smtp';
import { Bench } from '../services/bench';

const [url = '', count = 'Infinity'] = process.argv.slice(2);
const bench = new Bench({ outbox: new Outbox(new SmtpDelivery(url)) });
bench.limitMs = Number.POSITIVE_INFINITY;
bench.stores.outbox.setDailyQuota(Number.MAX_SAFE_INTEGER);
bench.run(`
  const csv = Utilities.newBlob('строка;\\n'.repeat(20000), 'text/csv', 'Сводка.csv');
  for (let n = 0; n < ${count}; n++) MailApp.sendEmail(n + '@example.org', 'Сводка ' + n, 'Начало\\nКонец', { attachments: [csv] });
`);
