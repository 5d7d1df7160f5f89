import { existsSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.dirname(import.meta.dirname)
const page = path.join(root, 'renderer', 'vite.config.ts')

/** Unit tests run on Node, component tests in a simulated DOM with the page's own build settings. */
export default defineConfig({
  root,
  cacheDir: path.join(root, 'node_modules', '.cache', 'vitest'),
  test: {
    // The machines that matter have two cores, and some tests start worker threads or models themselves.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'engine',
          root,
          include: ['{src,electron,models,datasets,.launch}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      ...(existsSync(page)
        ? [
            {
              extends: page,
              test: {
                name: 'page',
                root,
                include: ['renderer/**/*.test.{ts,tsx}'],
                environment: 'jsdom',
                testTimeout: 60_000,
              },
            },
          ]
        : []),
    ],
  },
})
