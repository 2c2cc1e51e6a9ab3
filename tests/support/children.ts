/** Programs that tests start as processes of their own; tests/support/prepare.ts compiles them before all tests. */
import { join } from 'node:path';

export const CHILDREN_FOLDER = 'node_modules/.cache/svodka-children';

export const CHILDREN = {
  svodka: 'host/cli/main.ts',
  thread: 'host/page/thread/host.ts',
  digest: 'tests/addon/digest.ts',
  locker: 'tests/host/cli/locker.ts',
  sender: 'tests/host/mail/sender.ts',
  killedSender: 'tests/mail/killedSender.ts',
} as const;

/** Path of the compiled program. */
export const childPath = (name: keyof typeof CHILDREN): string => join(CHILDREN_FOLDER, `${name}.js`);
