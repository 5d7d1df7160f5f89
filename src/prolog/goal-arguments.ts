/** An argument that is a goal, and how many arguments it is called with besides its own. */
export interface GoalArgument {
  readonly position: number
  readonly extra: number
}

/** `findall/3 1`: the second argument is a goal; `maplist/3 0+2`: the first one, called with two more. */
const table = `
  ,/2 0 1 | ;/2 0 1 | ->/2 0 1 | *->/2 0 1 | \\+/1 0 | once/1 0 | forall/2 0 1 | findall/3 1 | findall/4 1 | bagof/3 1
  | setof/3 1 | ^/2 1 | catch/3 0 2 | call/1 0 | call/2 0+1 | call/3 0+2 | call/4 0+3 | call/5 0+4 | call/6 0+5
  | call/7 0+6 | call/8 0+7 | maplist/2 0+1 | maplist/3 0+2 | maplist/4 0+3 | maplist/5 0+4 | maplist/6 0+5
  | maplist/7 0+6 | maplist/8 0+7 | include/3 0+1 | exclude/3 0+1 | foldl/4 0+3 | foldl/5 0+4 | foldl/6 0+5
  | foldl/7 0+6`

/** The arguments of built-in predicates that are goals themselves. */
export const goalArguments: ReadonlyMap<string, readonly GoalArgument[]> = new Map(
  table.split(/\s+\|\s+/).map((row) => {
    const [indicator = '', ...places] = row.trim().split(/\s+/)
    const args = places.map((place) => {
      const [position = 0, extra = 0] = place.split('+').map(Number)
      return { position, extra }
    })
    return [indicator, args]
  }),
)
