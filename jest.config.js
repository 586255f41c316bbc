/** The test files of a worker share the modules of the program: see docs/decisions/0012-tests-keep-modules.md. */
const keptModules = {
  testEnvironment: '<rootDir>/test/support/kept-modules/environment.cjs',
  runtime: '<rootDir>/test/support/kept-modules/runtime.cjs',
};
const needsModulesOfEachFile = process.argv.some((argument) => /^--(watch|coverage)/.test(argument));

/** @type {import('jest').Config} */
export default {
  ...(needsModulesOfEachFile ? {} : keptModules),
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts', '!src/main.ts'],
  maxWorkers: 2,
  // Without kept modules each test file leaves its own in the heap; a fresh worker costs less than a huge one.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 20_000,
};
