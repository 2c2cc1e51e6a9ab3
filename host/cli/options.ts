/** Command-line options, read by Node's own parser; whatever is wrong becomes one clear line. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type CivilDate, parseIso } from '../../src/domain/civil';
import { UsageError } from './failure';

type Options = NonNullable<ParseArgsConfig['options']>;

export function readOptions<T extends Options>(args: readonly string[], options: T, positionals = 0) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: positionals > 0, strict: true });
    if (parsed.positionals.length > positionals) {
      throw new UsageError(`лишнее слово в команде: ${parsed.positionals[positionals]}`);
    }
    return parsed;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `непонятный параметр: ${error instanceof Error ? error.message.split('. ')[0] : error}`,
    );
  }
}

/** A day from `--today`, null when it was not given. */
export function readDay(text: string | undefined): CivilDate | null {
  if (text === undefined) return null;
  const day = parseIso(text);
  if (day === null) throw new UsageError(`--today ждёт день вида 2020-11-16, а получил «${text}»`);
  return day;
}
