/** Command-line options, read by Node's own parser; whatever is wrong becomes one clear line. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type CivilDate, parseIso } from '../../src/domain/dates/civil';
import { UsageError } from './failure';

type Options = NonNullable<ParseArgsConfig['options']>;
type Read<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

export function readOptions<T extends Options>(
  args: readonly string[],
  options: T,
  positionals = 0,
): Read<T> {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (parsed.positionals.length > positionals) {
      throw new UsageError(`лишнее слово в команде: ${parsed.positionals[positionals]}`);
    }
    return parsed;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(problemText(error));
  }
}

/** Node says it in English; its message names the option in quotes. */
function problemText(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const name = /'(?:-\w, )?(-{1,2}[^\s']+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return `нет параметра ${name}; список: npm run -s svodka -- --help`;
  }
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `команда не разобрана: ${message}`;
  return message.includes('does not take')
    ? `параметр ${name} пишется без значения`
    : `параметр ${name} ждёт значение после себя: ${name} ЗНАЧЕНИЕ`;
}

/** A day from `--today`, null when it was not given. */
export function readDay(text: string | undefined): CivilDate | null {
  if (text === undefined) return null;
  const day = parseIso(text);
  if (day === null) throw new UsageError(`--today ждёт день вида 2020-11-16, а получил «${text}»`);
  return day;
}
