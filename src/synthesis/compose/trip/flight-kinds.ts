import type { SlotList } from '../../problem-text.ts'
import type { TripLink } from './content.ts'
import type { TripWriter } from './writer.ts'

/** With the words at its end, a longer list would be cut apart from them. */
const shortList = 7

/** Pairs whose direction the words around them tell, not each pair by itself. */
export function sayKinds(writer: TripWriter, links: readonly TripLink[]): void {
  const { random } = writer
  const twoWay = links.filter((link) => link.isTwoWay)
  const oneWay = links.filter((link) => !link.isTwoWay)
  if (twoWay.length > 0 && oneWay.length > 0 && links.length <= shortList && random.chance(0.5)) {
    writer.say('flights-kinds', {
      pairs: neutralList(writer, twoWay, 'both'),
      ones: neutralList(writer, oneWay, 'oneway'),
    })
    return
  }
  const say = (some: readonly TripLink[], kind: 'both' | 'oneway') => {
    if (some.length === 0) return
    const place = some.length <= shortList && random.chance(0.5) ? 'trail' : 'kind'
    writer.say(`flights-${place}-${kind}`, { pairs: neutralList(writer, some, kind) })
  }
  say(twoWay, 'both')
  say(oneWay, 'oneway')
}

function neutralList(writer: TripWriter, links: readonly TripLink[], kind: 'both' | 'oneway'): SlotList {
  const { random } = writer
  const template = writer.template(`item-kind-${kind}`)
  const items = links.map(({ a, b }) => ({ template, parts: { a: writer.city(a), b: writer.city(b) } }))
  const separator = random.pick(template.includes(' and ') ? [', ', '; '] : [', ', ', ', '; ', ' / '])
  const last = separator === ', ' ? random.pick([', ', ' and ', ', and ', ' & ']) : separator
  return writer.list(items, { separator, lastSeparator: last })
}
