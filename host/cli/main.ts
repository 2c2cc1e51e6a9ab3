/** The `svodka` command: one line a command; each lives in its own file. */
import { DEMO_HELP, demoCommand } from './demo';
import { EXIT_OK, EXIT_USAGE, UsageError } from './failure';
import { deadlineCommand, letterCommand } from './letter';
import { MAIL_HELP } from './mail';
import { RUN_HELP, runCommand } from './run';
import { SERVE_HELP, serveCommand, startCommand } from './serve';

type Command = (args: string[]) => number | Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  /** What `npm start` runs. */
  start: startCommand,
  serve: serveCommand,
  demo: demoCommand,
  run: runCommand,
  letter: letterCommand,
  deadline: deadlineCommand,
};

const LETTER_HELP = `svodka letter FILE [--json]
  Читает письмо (.txt, .docx): этапы, сроки, показатели, организации, вопросы.
svodka deadline "до 7 сентября 2020 года" [--json]
  Читает срок из одной фразы.`;

const HELP = [DEMO_HELP, SERVE_HELP, RUN_HELP, LETTER_HELP, MAIL_HELP].join('\n');

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help') {
    console.log(HELP);
    return EXIT_OK;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`нет команды «${name}»; список: npm run -s svodka -- --help`);
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
