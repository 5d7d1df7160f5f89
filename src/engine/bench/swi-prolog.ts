import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface SwiAnswer {
  /** Loading the program and solving it, by the wall clock. */
  readonly ms: number
  readonly hasAnswer: boolean
}

/** Each program in a module of its own; `memo_min/2` as tau-prolog's worker has it. */
const driver = `
:- dynamic smallest/2.
memo_min(Key, Value) :-
    ( smallest(Key, Old) -> Value < Old, retract(smallest(Key, Old)) ; true ),
    assertz(smallest(Key, Value)).

bench(Folder, Count, Goal) :-
    Last is Count - 1,
    forall(between(0, Last, Index), bench_one(Folder, Index, Goal)).

bench_one(Folder, Index, Goal) :-
    retractall(smallest(_, _)),
    atomic_list_concat([Folder, '/', Index, '.pl'], File),
    atom_concat(program_, Index, Module),
    get_time(Before),
    load_files(Module:File, [silent(true)]),
    ( once(Module:Goal) -> Result = true ; Result = false ),
    get_time(After),
    Milliseconds is (After - Before) * 1000,
    format("~w ~w~n", [Milliseconds, Result]).
`

/** Solves the programs on SWI-Prolog, one after the other in one process; undefined where it isn't installed. */
export async function solveWithSwiProlog(
  programs: readonly string[],
  goal: string,
  signal: AbortSignal,
): Promise<SwiAnswer[] | undefined> {
  const isThere = await run('swipl', ['--version']).then(
    () => true,
    () => false,
  )
  if (!isThere) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'planwright-swi-'))
  try {
    await writeFile(join(folder, 'driver.pl'), driver)
    for (const [index, program] of programs.entries()) await writeFile(join(folder, `${index}.pl`), program)
    const main = `bench('${folder.replaceAll('\\', '/').replaceAll("'", "\\'")}', ${programs.length}, (${goal}))`
    const args = ['-q', '-g', main, '-t', 'halt', join(folder, 'driver.pl')]
    const { stdout } = await run('swipl', args, { signal, maxBuffer: 64 * 2 ** 20 })
    return stdout
      .trim()
      .split('\n')
      .map((line) => {
        const [ms = '', result] = line.split(' ')
        return { ms: Number(ms), hasAnswer: result === 'true' }
      })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
