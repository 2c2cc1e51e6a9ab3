/** The journal's rows about what districts decided. */
import { formatRu } from '../../domain/dates/civil';
import type { DecisionChange } from '../../domain/report/decisionMemory';
import { counted, NOUNS } from '../words/plural';
import { DECISION_WORDS, EXTENDED_WORDS, REFILED_WORDS } from '../words/words';

/** What stood before, with its day: «прежде возвращено 05.10.2020». */
function formerly(change: DecisionChange): string {
  if (change.before === null) return '';
  const { before } = change;
  const what =
    change.kind === 'extension'
      ? `${EXTENDED_WORDS} ${formatRu(change.before.to)}`
      : DECISION_WORDS[change.before.what];
  return `прежде ${what}, с ${formatRu(before.on)}`;
}

export const decisionLog = {
  job: 'решение района',
  result: ({ kind, now }: DecisionChange): string => {
    if (kind === 'refiled') return REFILED_WORDS;
    if (kind === 'decision') return now === null ? 'решение снято' : DECISION_WORDS[now];
    return now === null ? 'продление снято' : `${EXTENDED_WORDS} ${formatRu(now)}`;
  },
  /** The names as they stand in the row. */
  details: (organisation: string, stage: string, change: DecisionChange): string =>
    [organisation, stage, formerly(change)].filter((part) => part !== '').join(' · '),
  more: (count: number): string => `…и ещё ${counted(count, NOUNS.decision)}`,
};

/** An organisation that the administrator moved to another district. */
export const districtLog = {
  job: 'смена района',
  result: (district: string): string => `теперь ${district}`,
  details: (organisation: string, former: string): string =>
    former === '' ? organisation : `${organisation} · «Прежние районы»: ${former}`,
  more: (count: number): string => `…и ещё ${counted(count, NOUNS.organisation)}`,
};

/** Of rows that somebody of elsewhere wrote in. The address is not named: «Журнал» may be read aloud. */
export const elsewhereWords = {
  job: 'чужая строка',
  filed: 'отчёт вписал человек другой организации',
  decided: 'решил человек другого района',
  details: (organisation: string, by: string): string => `${organisation} · ${by}`,
} as const;
