import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../theme/tokens.css'
import './replay.css'
import { followSystemColors } from './follow-system-colors.ts'
import { readReplay } from './read-replay.ts'
import { Broken, ReplayPage } from './replay-page.tsx'

followSystemColors()
const replay = readReplay(document)
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(<StrictMode>{replay === undefined ? <Broken /> : <ReplayPage replay={replay} />}</StrictMode>)
}
