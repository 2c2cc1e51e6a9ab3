/** Entry of the host's thread: TypeScript is read by tsx, no matter who started the thread (a command, a test). */
import { register } from 'tsx/esm/api';

register();
await import('./host.ts');
