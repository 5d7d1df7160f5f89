import path from 'node:path'

/** One file that names another one or a package. */
export interface ImportEdge {
  readonly from: string
  /** A path from the project's root, or a package's name. */
  readonly to: string
  readonly isPackage: boolean
}

const importForms = [
  /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^[ \t]*import\s*['"]([^'"]+)['"]/gm,
  /^(?![ \t]*(?:\/\/|\*)).*\b(?:import|require)\(\s*['"]([^'"]+)['"]/gm,
  /^(?![ \t]*(?:\/\/|\*)).*\bnew URL\(\s*['"](\.[^'"]+\.tsx?)['"]/gm,
]

/** What a TypeScript file imports, whatever the form: values, types, re-exports, dynamic imports, workers by URL. */
export function readImports(file: string, source: string): ImportEdge[] {
  const names = importForms.flatMap((form) => [...source.matchAll(form)].map((match) => match[1] ?? ''))
  return [...new Set(names)].map((name) => {
    if (!name.startsWith('.')) return { from: file, to: packageName(name), isPackage: true }
    const to = path.posix.join(path.posix.dirname(file), name.replace(/\?.*$/, ''))
    return { from: file, to, isPackage: false }
  })
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}

/** Import cycles, each as the files of one round; empty where there are none. */
export function findCycles(edges: readonly ImportEdge[]): string[][] {
  const targets = new Map<string, string[]>()
  for (const { from, to, isPackage } of edges) {
    if (!isPackage) targets.set(from, [...(targets.get(from) ?? []), to])
  }
  const cycles: string[][] = []
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]) => {
    const start = trail.indexOf(file)
    if (start >= 0) cycles.push([...trail.slice(start), file])
    if (start >= 0 || done.has(file)) return
    for (const target of targets.get(file) ?? []) visit(target, [...trail, file])
    done.add(file)
  }
  for (const file of targets.keys()) visit(file, [])
  return cycles
}
