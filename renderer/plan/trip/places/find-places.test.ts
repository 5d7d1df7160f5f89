import { describe, expect, it } from 'vitest'
import { findPlaces, placeNameKey } from './find-places.ts'
import { otherPlaceNames } from './other-names.ts'

describe('where cities lie', () => {
  it('is found however a name is written', () => {
    const places = findPlaces(['ÉVORA', 'Lodz', 'Copenhagen', 'washington'])

    expect(places.get('ÉVORA')).toEqual([-7.91, 38.56])
    expect(places.size).toBe(4)
  })

  it('of namesakes is the world city, else the one near the others', () => {
    expect(findPlaces(['London', 'Toronto', 'Boston']).get('London')?.[1]).toBeCloseTo(51.5, 0)
    expect(findPlaces(['Cordoba', 'Madrid', 'Lisbon']).get('Cordoba')?.[1]).toBeCloseTo(37.9, 0)
    expect(findPlaces(['Cordoba', 'Buenos Aires', 'Santiago']).get('Cordoba')?.[1]).toBeCloseTo(-31.4, 0)
  })

  it('is not guessed', () => {
    expect(findPlaces(['Atlantis', '']).size).toBe(0)
  })

  it('is known for every other name', () => {
    const names = Object.keys(otherPlaceNames)

    expect(names.filter((name) => placeNameKey(name) !== name)).toEqual([])
    expect(names.filter((name) => !findPlaces([name]).has(name))).toEqual([])
  })
})
