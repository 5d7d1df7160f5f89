import path from 'node:path'
import { defineConfig } from 'vite'

/** A sandboxed preload has to be one CommonJS file. */
export default defineConfig({
  build: {
    lib: { entry: path.join(import.meta.dirname, 'preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
    outDir: path.join(import.meta.dirname, '..', 'dist', 'electron'),
    emptyOutDir: false,
    copyPublicDir: false,
    minify: false,
    target: 'es2024',
    rolldownOptions: { external: ['electron'] },
  },
})
