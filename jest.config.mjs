/** ESM all the way: the sources are modules, and so are the formula engine and the .xlsx library. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      {
        useESM: true,
        diagnostics: false,
        tsconfig: {
          module: 'ESNext',
          target: 'ES2022',
          moduleResolution: 'bundler',
          isolatedModules: true,
          verbatimModuleSyntax: true,
          esModuleInterop: true,
        },
      },
    ],
  },
  // Both cores of a small machine: jest alone would leave one idle.
  maxWorkers: '100%',
  reporters: ['<rootDir>/tests/support/slowest.mjs', 'default'],
  testSequencer: '<rootDir>/tests/support/longFirst.mjs',
  globalSetup: '<rootDir>/tests/support/buildOnce.mjs',
  testTimeout: 60_000,
};
