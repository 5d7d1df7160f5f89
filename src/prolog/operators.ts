type PrefixType = 'fx' | 'fy'
type InfixType = 'xfx' | 'xfy' | 'yfx'

export interface PrefixOperator {
  readonly priority: number
  /** The highest priority its argument may have. */
  readonly argument: number
}

export interface InfixOperator {
  readonly priority: number
  readonly left: number
  readonly right: number
}

const prefixTable: readonly [number, PrefixType, string][] = [
  [1200, 'fx', ':- ?-'],
  [1150, 'fx', 'dynamic discontiguous initialization meta_predicate module_transparent multifile public'],
  [900, 'fy', '\\+'],
  [200, 'fy', '- + \\'],
]

const infixTable: readonly [number, InfixType, string][] = [
  [1200, 'xfx', ':- -->'],
  [1100, 'xfy', '; |'],
  [1050, 'xfy', '-> *->'],
  [1000, 'xfy', ','],
  [700, 'xfx', '= \\= == \\== @< @=< @> @>= =.. is =:= =\\= < =< > >='],
  [600, 'xfy', ':'],
  [500, 'yfx', '+ - /\\ \\/'],
  [400, 'yfx', '* / // rem mod div << >>'],
  [200, 'xfx', '**'],
  [200, 'xfy', '^'],
]

export const prefixOperators: ReadonlyMap<string, PrefixOperator> = new Map(
  prefixTable.flatMap(([priority, type, names]) =>
    names.split(' ').map((name) => [name, { priority, argument: type === 'fy' ? priority : priority - 1 }] as const),
  ),
)

/** The standard's operators (ISO 13211-1, table 7) and tau-prolog's soft cut; programs can't add any. */
export const infixOperators: ReadonlyMap<string, InfixOperator> = new Map(
  infixTable.flatMap(([priority, type, names]) =>
    names.split(' ').map((name) => {
      const left = type === 'yfx' ? priority : priority - 1
      const right = type === 'xfy' ? priority : priority - 1
      return [name, { priority, left, right }] as const
    }),
  ),
)
