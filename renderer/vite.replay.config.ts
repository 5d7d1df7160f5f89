import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { emptyReplayElement } from '../src/api/replay-file.ts'

const page = path.join(import.meta.dirname, 'replay')

/** The page that plays a run again: one file, which asks for nothing else. */
export default defineConfig({
  root: page,
  cacheDir: path.join(import.meta.dirname, '..', 'node_modules', '.cache', 'vite-replay'),
  plugins: [react(), inOneFile()],
  build: {
    outDir: path.join(import.meta.dirname, '..', 'dist', 'replay'),
    emptyOutDir: true,
    target: 'es2024',
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { input: path.join(page, 'replay.html'), output: { codeSplitting: false } },
  },
})

/** Puts what the page would load into the page itself. */
function inOneFile(): Plugin {
  return {
    name: 'in-one-file',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const html = bundle['replay.html']
      if (html?.type !== 'asset') throw new Error('the page is not among what was built')
      let text = String(html.source)
      for (const [name, part] of Object.entries(bundle)) {
        if (part === html) continue
        const isScript = part.type === 'chunk'
        // Vite's word for what a lazy part would load before itself: here all is there already.
        const content = isScript ? part.code.replaceAll('__VITE_PRELOAD__', 'void 0') : String(part.source)
        const tag = isScript ? /<script type="module"[^>]*src="[^"]*"[^>]*><\/script>/ : /<link rel="stylesheet"[^>]*>/
        if (!tag.test(text)) throw new Error(`${name} has no place in the page`)
        text = text.replace(tag, '')
        // The page's data and its root come first; neither script nor style may hold what would end it.
        const inline = isScript
          ? `<script type="module">${content.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')}</script>`
          : `<style>${content.replaceAll('</style', '<\\/style')}</style>`
        text = text.replace(isScript ? '</body>' : '</head>', (end) => `${inline}${end}`)
        delete bundle[name]
      }
      if (text.split(emptyReplayElement).length !== 2) throw new Error('the page has no place for a run')
      html.source = text
    },
  }
}
