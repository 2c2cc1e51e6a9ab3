/** `npm run test:deep`: the sweeps over everything, of which `npm test` takes a sample (tests/support/deep.ts). */
import config from './jest.config.mjs';

export default {
  ...config,
  testMatch: ['**/*.sweep.test.ts'],
  globals: { isDeep: true },
  testTimeout: 1_800_000,
};
