/** The computer's own time zone must not show anywhere: the spreadsheet's decides which day it is. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { childPath } from '../support/children';

const run = promisify(execFile);

interface Digest {
  readonly offset: number;
  readonly digests: Record<string, string>;
  readonly shown: readonly string[];
}

async function under(zone: string): Promise<Digest> {
  const { stdout } = await run(process.execPath, [childPath('digest')], {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
    maxBuffer: 10_000_000,
  });
  return JSON.parse(stdout) as Digest;
}

test('a week of work ends in the same tabs on Kiritimati, in Los Angeles and in Yekaterinburg', async () => {
  const zones = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Yekaterinburg'];
  const [first, ...others] = await Promise.all(zones.map(under));
  expect(new Set([first, ...others].map((each) => each?.offset)).size).toBe(3);
  expect(Object.keys(first?.digests ?? {}).length).toBeGreaterThan(12);
  for (const other of others) {
    expect(other.shown).toEqual(first?.shown);
    expect(other.digests).toEqual(first?.digests);
  }
  expect(first?.shown[0]).toMatch(/^05\.10\.2020 \| 06\.10\.2020 \| сдано в срок/);
});
