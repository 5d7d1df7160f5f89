import { IconBox, IconMessage2 } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Comparison } from './comparison/comparison.ts'
import type { Screen } from './frame/screen.ts'
import { frameStrings } from './frame/strings.ts'
import { ProblemScreen } from './problem/problem-screen.tsx'

const titles = frameStrings.screens
const ModelsScreen = lazy(async () => ({ default: (await import('./models/models-screen.tsx')).ModelsScreen }))

/** All screens, in the order of the navigation. A screen is its folder and a line here. */
export function screensOf(comparison: Comparison): readonly Screen[] {
  return [
    { id: 'problem', title: titles.problem, sign: IconMessage2, show: () => <ProblemScreen comparison={comparison} /> },
    { id: 'models', title: titles.models, sign: IconBox, show: ModelsScreen },
  ]
}
