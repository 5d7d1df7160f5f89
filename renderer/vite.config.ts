import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** The page, and how its component tests run. Everything it needs is bundled: it loads nothing from elsewhere. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: path.join(import.meta.dirname, '..', 'node_modules', '.cache', 'vite'),
  plugins: [react()],
  build: {
    outDir: path.join(import.meta.dirname, '..', 'dist', 'renderer'),
    emptyOutDir: true,
    target: 'es2024',
    // Monaco is one large part; it is read from this machine, and only after the page is on screen.
    chunkSizeWarningLimit: 5000,
  },
  worker: { format: 'es' },
  test: { setupFiles: [path.join(import.meta.dirname, 'test', 'simulate-browser.ts')] },
})
