import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  civilToSerial,
  epochToSerial,
  serialToEpoch,
  serialToWall,
  zoneOffset,
} from '../../../host/workbook/cells/serial';

const ZONES = [
  'Asia/Yekaterinburg',
  'Europe/Moscow',
  'America/New_York',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Etc/GMT',
];

test('an instant survives the way into a cell and back, except in the hour that clocks repeat', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) }),
      (zone, epoch) => {
        const back = serialToEpoch(epochToSerial(epoch, zone), zone);
        const repeated = zoneOffset(epoch - 3_600_000, zone) > zoneOffset(epoch, zone);
        return repeated || Math.abs(back - epoch) <= 1;
      },
    ),
  );
});

test('a civil date is the same day at midnight in every zone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 35_100, max: 58_000 }), (zone, serial) => {
      // A zone may skip midnight, which then is later on the same day. (Kiritimati skipped a whole day in 1994.)
      return Math.floor(epochToSerial(serialToEpoch(serial, zone), zone)) === serial;
    }),
  );
});

test('serials count from 30 December 1899', () => {
  expect(civilToSerial(2020, 10, 5)).toBe(44109);
  expect(serialToWall(44109.5)).toMatchObject({ year: 2020, month: 10, day: 5, hour: 12 });
  expect(serialToEpoch(44109, 'Asia/Yekaterinburg')).toBe(Date.UTC(2020, 9, 4, 19));
});
