/** Takes the lock of a folder, says whether it got it, and keeps it until it is killed. */
import { lockFolder } from '../../../host/cli/folderLock';

const locked = await lockFolder(process.argv[2] ?? '');
console.log(locked.ok ? 'mine' : 'taken');
setInterval(() => {}, 1_000);
