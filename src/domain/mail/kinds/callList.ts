/** The call list: the schools that a head is asked to call, because no reminder can reach them in time. */
import { type CallListPart, type CallListWords, callListSection } from '../content/callList';
import { schoolNames } from '../content/outstandingItems';
import type { MailKind } from './kind';

export const callList: MailKind<CallListPart, CallListWords> = {
  letter: 'e',
  rank: 2,
  bySchedule: true,
  isReminder: false,
  droppedIsDone: true,
  eachDayStays: false,
  part: {
    kind: 'callList',
    role: 'head',
    order: 1,
    attachesFigures: false,
    section: callListSection,
    byHand: ({ districts }, { outstanding }) => {
      const all = [...outstanding.values()].flat();
      return districts.flatMap(({ book, id }) => {
        const pairs = all
          .filter((each) => each.book === book && each.district === id)
          .map(({ pair }) => ({ book, pair }));
        return pairs.length === 0 ? [] : [{ kind: 'callList' as const, book, district: id, pairs }];
      });
    },
    about: ({ pairs }, facts) => schoolNames(pairs, facts),
  },
  hour: () => null,
};
