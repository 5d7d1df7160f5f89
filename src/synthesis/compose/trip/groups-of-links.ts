import type { RandomSource } from '../../../base/random.ts'
import type { TripLink } from './content.ts'

const isJoined = (links: readonly TripLink[], a: string, b: string) =>
  links.some((link) => link.isTwoWay && ((link.a === a && link.b === b) || (link.a === b && link.b === a)))

const namesIn = (links: readonly TripLink[]) => [...new Set(links.flatMap(({ a, b }) => [a, b]))]

/** Cities of which each has two-way flights to the next, up to five. */
export function findChain(links: readonly TripLink[], random: RandomSource): string[] {
  const names = random.shuffle(namesIn(links))
  const chain = names.slice(0, 1)
  for (let at = chain[0]; at !== undefined && chain.length < 5; ) {
    const here: string = at
    at = names.find((name) => !chain.includes(name) && isJoined(links, here, name))
    if (at !== undefined) chain.push(at)
  }
  return chain
}

/** Cities that all have two-way flights to each other, up to four. */
export function findClique(links: readonly TripLink[], random: RandomSource): string[] {
  const clique: string[] = []
  for (const name of random.shuffle(namesIn(links))) {
    if (clique.length < 4 && clique.every((other) => isJoined(links, name, other))) clique.push(name)
  }
  return clique
}

/** The links that do not join two of these pairs. */
export function without(links: readonly TripLink[], pairs: readonly (readonly [string, string])[]): TripLink[] {
  return links.filter(({ a, b }) => !pairs.some((pair) => pair.includes(a) && pair.includes(b)))
}
