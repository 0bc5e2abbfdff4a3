import { defineConfig } from 'vitest/config'

// Four kinds of test (docs/overview): pure, server behaviour on a real PostgreSQL, the kit in a real
// browser, and journeys through the built product.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: ['node_modules/**', 'dist/**', '**/*.pg.test.ts', '**/*.browser.test.ts'],
        },
      },
      {
        test: {
          name: 'pg',
          include: ['**/*.pg.test.ts'],
          exclude: ['node_modules/**'],
          pool: 'forks',
          globalSetup: ['platform/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['**/*.browser.test.ts'],
          exclude: ['node_modules/**'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          pool: 'forks',
          fileParallelism: false,
          globalSetup: ['platform/testing/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // A second is not much for a browser, a server and PostgreSQL on one busy machine.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
