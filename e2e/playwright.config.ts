import { defineConfig } from '@playwright/test'

const browser = process.env['PLANWRIGHT_CHROMIUM']

/** The tests drive the built app (`npm run build`) with the real engine and the real model in a real browser. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: './results',
  // Each test starts an engine with a language model of its own: side by side they would only slow each other down.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] === 'true',
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser }),
      // Chromium's own sandbox does not run as root, which is what containers on CI are.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
