import { type GeoProjection, geoAzimuthalEqualArea, geoCentroid, geoDistance, geoNaturalEarth1, geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' }
import { nameKey } from '../picture/names.ts'
import type { Box } from '../picture/picture-model.ts'
import { type Bend, bend, round } from './bend.ts'
import { around, type LabelSpot, type PlacedLabel, placeLabels } from './place-labels.ts'
import { findPlaces } from './places/find-places.ts'
import type { Leg, TripPicture } from './trip-picture.ts'

export const spotRadius = 7

export interface MapLeg {
  readonly leg: Leg
  readonly arc: Bend
}

export interface TripMap {
  readonly width: number
  readonly height: number
  /** SVG paths. */
  readonly land: string
  readonly borders: string
  /** Cities in the order of the trip; `number` is absent for one that the plan leaves out. */
  readonly spots: readonly (LabelSpot & { readonly number: number | undefined })[]
  readonly labels: readonly PlacedLabel[]
  /** Cities whose names found no room beside them, with their numbers. */
  readonly crowded: readonly string[]
  readonly legs: readonly MapLeg[]
  /** Cities whose places are not known. */
  readonly unplaced: readonly string[]
}

/** Beyond this many px a degree of the earth the coasts of the atlas are too coarse. */
const mostPxPerDegree = 34
/** Trips within this many radians of their middle are drawn around it, others on a map of the world. */
const regional = 0.7

const topology = atlas as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** The trip on a map that needs no network; nothing where no city's place is known. */
export function layMap(picture: TripPicture, size: { readonly width: number; readonly height: number }): TripMap {
  const places = findPlaces(picture.axis.cities)
  const unplaced = picture.axis.cities.filter((city) => !places.has(city))
  const frame: Box = { x: 0, y: 0, ...size }
  const empty: TripMap = { ...size, land: '', borders: '', spots: [], labels: [], crowded: [], legs: [], unplaced }
  if (places.size === 0) return empty
  const projection = project(
    [...places.values()].map(([longitude, latitude]) => [longitude, latitude]),
    size,
  )
  const visited = picture.stays.map(({ city }) => nameKey(city))
  const spots = [...places].flatMap(([name, [longitude, latitude]]) => {
    const at = projection([longitude, latitude])
    const place = visited.indexOf(nameKey(name))
    return at === null ? [] : [{ name, x: round(at[0]), y: round(at[1]), number: place < 0 ? undefined : place + 1 }]
  })
  const legs = picture.legs.flatMap((leg) => {
    const from = spots.find(({ name }) => nameKey(name) === nameKey(leg.from))
    const to = spots.find(({ name }) => nameKey(name) === nameKey(leg.to))
    return from === undefined || to === undefined
      ? []
      : [{ leg, arc: bend(from, to, { bulge: 0.14, gap: spotRadius + 1 }) }]
  })
  const labels = placeLabels(spots, {
    frame: { x: 2, y: 2, width: size.width - 4, height: size.height - 4 },
    radius: spotRadius,
    obstacles: legs.map(({ arc }) => around(arc.tip, 5)),
  })
  const named = new Set(labels.map(({ name }) => name))
  const draw = geoPath(projection).digits(1)
  return {
    ...empty,
    ...frame,
    land: draw(feature(topology, topology.objects.land)) ?? '',
    borders: draw(mesh(topology, topology.objects.countries, (one, other) => one !== other)) ?? '',
    spots,
    labels,
    crowded: spots.flatMap(({ name, number }) =>
      named.has(name) ? [] : [number === undefined ? name : `${number} ${name}`],
    ),
    legs,
  }
}

function project(places: [number, number][], { height, width }: { width: number; height: number }): GeoProjection {
  const points = { type: 'MultiPoint' as const, coordinates: places }
  const centre = geoCentroid(points)
  const isRegional = places.every((place) => geoDistance(place, centre) < regional)
  const projection = isRegional
    ? geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]])
    : geoNaturalEarth1().rotate([-centre[0], 0])
  const [left, top] = [Math.min(56, width * 0.16), 26]
  projection.fitExtent(
    [
      [left, top],
      [width - left, height - top],
    ],
    points,
  )
  const mostScale = (mostPxPerDegree * 180) / Math.PI
  if (!(projection.scale() < mostScale)) {
    projection.scale(mostScale).translate([0, 0])
    const [x, y] = projection(centre) ?? [0, 0]
    projection.translate([width / 2 - x, height / 2 - y])
  }
  return projection.clipExtent([
    [0, 0],
    [width, height],
  ])
}
