/** `svodka letter FILE [--json]` and `svodka deadline "…" [--json]`: the importer's grammar from the terminal. */
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { openArchive } from '../../sidebar/importer/files/unzip';
import { formatRu } from '../../src/domain/dates/civil';
import { type Deadline, explainDeadline, type Letter, readBlocks, readLetter } from '../../src/domain/letter';
import { readDocumentXml } from '../../src/domain/letter/source/docx';
import {
  deadlineKind,
  organisationType,
  personalKind,
  questionReason,
  letterReport as says,
} from '../../src/messages/importer/letter';
import { kindOfBytes } from '../page/server/fileKind';

const FAILED = 2;

const refuse = (sentence: string): number => {
  process.stderr.write(`${sentence}\n`);
  return FAILED;
};

/** UTF-8 with or without a mark; whatever is no valid UTF-8 is the Windows code page of Russian office files. */
function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

type Read = { readonly letter: Letter } | { readonly refusal: string };

async function readFile(file: string): Promise<Read> {
  let bytes: Buffer;
  try {
    if (!statSync(file).isFile()) return { refusal: says.unreadable(file) };
    bytes = readFileSync(file);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { refusal: missing ? says.missing(file) : says.unreadable(file) };
  }
  const kind = kindOfBytes(bytes);
  if (kind === 'pdf') return { refusal: says.pdf };
  if (kind === 'oldOffice') return { refusal: says.oldWord };
  if (kind === 'xlsx') return { refusal: says.xlsx };
  if (kind === 'docx') return readDocx(bytes);
  const extension = extname(file).toLowerCase();
  // A document that was cut short has no list of its entries.
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
  if (extension === '.docx') return { refusal: isZip ? says.badDocx : says.notDocx };
  if (kind !== 'other') return { refusal: says.otherOffice };
  if (
    !['.txt', '.text', '.md', '.csv', '.tsv', ''].includes(extension) ||
    (bytes.subarray(0, 4096).includes(0) && !/^(?:fffe|feff)/.test(bytes.subarray(0, 2).toString('hex')))
  ) {
    return { refusal: says.unknownFormat };
  }
  return { letter: readLetter(decodeText(bytes)) };
}

async function readDocx(bytes: Buffer): Promise<Read> {
  try {
    const xml = await openArchive(bytes).text('word/document.xml');
    return xml === null ? { refusal: says.badDocx } : { letter: readBlocks(readDocumentXml(xml)) };
  } catch {
    return { refusal: says.badDocx };
  }
}

/** The stable shape of `--json`: reasons and types in words, with their codes beside them. */
const letterJson = (letter: Letter): object => ({
  ...letter,
  organisations: letter.organisations.map(({ type, ...organisation }) => ({
    ...organisation,
    type: type === null ? null : organisationType[type],
    typeCode: type,
  })),
  questions: letter.questions.map(({ reason, ...question }) => ({
    ...question,
    reason: questionReason[reason],
    code: reason,
  })),
});

const when = ({ kind, start, end }: Deadline): string => {
  const days = [start, end].filter((date) => date !== null).map(formatRu);
  if (kind === 'by' || kind === 'from' || kind === 'on')
    return `${deadlineKind[kind]} ${days[0] ?? says.unknownYear}`;
  return kind === 'range'
    ? `${deadlineKind.range} ${days.join(' – ') || says.unknownYear}`
    : deadlineKind[kind];
};

function report(letter: Letter): string {
  const rows: string[] = [];
  const list = (title: string, items: readonly string[]): void => {
    rows.push(
      '',
      `${title}: ${items.length === 0 ? says.none : items.length}`,
      ...items.map((item) => `  ${item}`),
    );
  };
  const { date, number, issuer, subject } = letter.document;
  rows.push(
    `${says.document}: ${date === null ? says.noDate : formatRu(date)}, ${number === null ? says.noNumber : `№ ${number}`}`,
  );
  for (const words of [issuer, subject]) if (words !== null) rows.push(`  ${words}`);
  list(
    says.stages,
    letter.stages.map((stage) => {
      const approval = stage.approvalInDeadline
        ? says.approvalInDeadline
        : stage.approval
          ? says.approval
          : null;
      const parts = [stage.responsible, stage.result, approval].filter((part) => part !== null);
      const more = parts.length === 0 ? '' : ` (${parts.join('; ')})`;
      return `${says.line} ${stage.line}: ${stage.number === null ? '' : `${stage.number} `}${stage.title}${more} – ${when(stage.deadline)}${stage.deadline.text === '' ? '' : ` «${stage.deadline.text}»`}`;
    }),
  );
  list(
    says.targets,
    letter.targets.map(
      ({ line, title, date: day, operator, value, unit }) =>
        `${says.line} ${line}: ${title} – ${day === null ? says.noDate : formatRu(day)} ${operator} ${value}${unit}`,
    ),
  );
  list(
    says.organisations,
    letter.organisations.map(
      ({ line, shortName, type }) =>
        `${says.line} ${line}: ${shortName}${type === null ? '' : ` – ${organisationType[type]}`}`,
    ),
  );
  list(
    says.questions,
    letter.questions.map(
      ({ line, text, reason }) => `${says.line} ${line}: «${text}» – ${questionReason[reason]}`,
    ),
  );
  list(
    says.personalData,
    letter.personalData.map(({ line, kind }) => `${says.line} ${line}: ${personalKind[kind]}`),
  );
  return rows.join('\n');
}

/** Splits off `--json` and `--help`; another option is refused. */
function parse(args: readonly string[]): {
  json: boolean;
  help: boolean;
  rest: string[];
  unknown: string | null;
} {
  const options = args.filter((arg) => /^--?[a-z]/.test(arg));
  const unknown = options.find((option) => !['--json', '--help', '-h'].includes(option)) ?? null;
  return {
    json: options.includes('--json'),
    help: options.includes('--help') || options.includes('-h'),
    rest: args.filter((arg) => !options.includes(arg)),
    unknown,
  };
}

/** Prints what a letter holds. 0 also when there are questions; 2 with one line on stderr for a file that cannot be read. */
export async function letterCommand(args: string[]): Promise<number> {
  const { json, help, rest, unknown } = parse(args);
  const [file] = rest;
  if (help) {
    process.stdout.write(`${says.letterUsage}\n`);
    return 0;
  }
  if (unknown !== null) return refuse(says.unknownOption(unknown));
  if (file === undefined || rest.length > 1) return refuse(says.letterUsage);
  const read = await readFile(file);
  if ('refusal' in read) return refuse(read.refusal);
  process.stdout.write(`${json ? JSON.stringify(letterJson(read.letter), null, 2) : report(read.letter)}\n`);
  return 0;
}

/** Prints the deadline that a phrase holds, or `null`. */
export function deadlineCommand(args: string[]): number {
  const { json, help, rest, unknown } = parse(args);
  const [phrase] = rest;
  if (help) {
    process.stdout.write(`${says.deadlineUsage}\n`);
    return 0;
  }
  if (unknown !== null) return refuse(says.unknownOption(unknown));
  if (phrase === undefined || rest.length > 1) return refuse(says.deadlineUsage);
  const found = explainDeadline(phrase);
  if (json) process.stdout.write(`${JSON.stringify(found?.deadline ?? null)}\n`);
  else if (found === null) process.stdout.write(`${says.noDeadline}\n`);
  else {
    const question = found.problem === null ? '' : ` (${questionReason[found.problem]})`;
    process.stdout.write(`${when(found.deadline)}${question}\n`);
  }
  return 0;
}
