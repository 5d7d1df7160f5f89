import {
  IconAdjustments,
  IconBox,
  IconDatabase,
  IconHistory,
  IconMessage2,
  IconPrompt,
  IconTable,
} from '@tabler/icons-react'
import { lazy } from 'react'
import type { Comparison } from './comparison/comparison.ts'
import type { Screen } from './frame/screen.ts'
import { frameStrings } from './frame/strings.ts'
import { ProblemScreen } from './problem/problem-screen.tsx'

const titles = frameStrings.screens

const CompareScreen = lazy(async () => ({ default: (await import('./compare/compare-screen.tsx')).CompareScreen }))
const RunScreen = lazy(async () => ({ default: (await import('./inspect/run-screen.tsx')).RunScreen }))
const RunsScreen = lazy(async () => ({ default: (await import('./runs/runs-screen.tsx')).RunsScreen }))
const DemonstrateScreen = lazy(async () => ({
  default: (await import('./demonstrate/demonstrate-screen.tsx')).DemonstrateScreen,
}))
const DatasetsScreen = lazy(async () => ({ default: (await import('./datasets/datasets-screen.tsx')).DatasetsScreen }))
const PromptsScreen = lazy(async () => ({ default: (await import('./prompts/prompts-screen.tsx')).PromptsScreen }))
const ModelsScreen = lazy(async () => ({ default: (await import('./models/models-screen.tsx')).ModelsScreen }))
const SettingsScreen = lazy(async () => ({ default: (await import('./settings/settings-screen.tsx')).SettingsScreen }))
const TracesScreen = lazy(async () => ({ default: (await import('./trace/traces-screen.tsx')).TracesScreen }))

/** All screens, in the order of the navigation. A screen is its folder and a line here. */
export function screensOf(comparison: Comparison): readonly Screen[] {
  return [
    { id: 'problem', title: titles.problem, sign: IconMessage2, show: () => <ProblemScreen comparison={comparison} /> },
    { id: 'run', title: titles.run, show: RunScreen },
    { id: 'compare', title: titles.compare, sign: IconTable, show: CompareScreen },
    { id: 'runs', title: titles.runs, sign: IconHistory, show: RunsScreen },
    { id: 'demonstrate', title: titles.demonstrate, isBare: true, show: DemonstrateScreen },
    { id: 'datasets', title: titles.datasets, sign: IconDatabase, show: DatasetsScreen },
    { id: 'prompts', title: titles.prompts, sign: IconPrompt, show: PromptsScreen },
    { id: 'models', title: titles.models, sign: IconBox, show: ModelsScreen },
    { id: 'settings', title: titles.settings, sign: IconAdjustments, show: SettingsScreen },
    { id: 'traces', title: titles.traces, show: TracesScreen },
  ]
}
