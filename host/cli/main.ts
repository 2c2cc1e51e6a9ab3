/** The `svodka` command: one line a command; each lives in its own file, loaded when it is asked for. */
import { EXIT_OK, EXIT_USAGE, UsageError } from './failure';
import { HELP } from './help';

type Command = (args: string[]) => number | Promise<number>;

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  /** What `npm start` runs. */
  start: async () => (await import('./serve')).startCommand,
  serve: async () => (await import('./serve')).serveCommand,
  demo: async () => (await import('./demo')).demoCommand,
  run: async () => (await import('./run')).runCommand,
  letter: async () => (await import('./letter')).letterCommand,
  deadline: async () => (await import('./letter')).deadlineCommand,
};

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help') {
    console.log(HELP);
    return EXIT_OK;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw new UsageError(`нет команды «${name}»; список: npm run -s svodka -- --help`);
  const command = await load();
  return command(args);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError) console.error(`svodka: ${error.message}`);
    else console.error(error);
    process.exitCode = error instanceof UsageError ? EXIT_USAGE : 1;
  },
);
