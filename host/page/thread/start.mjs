/** Entry of the host's thread: TypeScript is read by tsx, whoever started the thread (a command, a test). */
import { register } from 'tsx/esm/api';

register();
await import('./host.ts');
