import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { fidelityPage } from '../../scripts/fidelity';

test('docs/fidelity.md says what the comments under host/ say (else: npx tsx scripts/fidelity.ts)', () => {
  expect(readFileSync('docs/fidelity.md', 'utf8')).toBe(fidelityPage());
});
