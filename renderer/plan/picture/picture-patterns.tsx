import { colors } from './picture-colors.ts'

/** What is drawn as a pattern, so that it is told apart without any colour. */
export type PatternName = 'busy' | 'not-free' | 'unwanted'

export function patternFill(pictureId: string, name: PatternName): string {
  return `url(#${pictureId}-${name})`
}

/** `busy` is hatched, `not-free` is dotted, `unwanted` is ruled. */
export function PicturePatterns({ pictureId }: { readonly pictureId: string }) {
  const tile = { patternUnits: 'userSpaceOnUse', width: 5, height: 5 } as const
  return (
    <defs>
      <pattern id={`${pictureId}-busy`} {...tile} patternTransform="rotate(45)">
        <rect width="5" height="5" fill={colors.quiet} />
        <rect width="1.6" height="5" fill={colors.ink3} />
      </pattern>
      <pattern id={`${pictureId}-not-free`} {...tile}>
        <rect width="5" height="5" fill={colors.paper} />
        <circle cx="1.4" cy="1.4" r="0.8" fill={colors.ink3} />
      </pattern>
      <pattern id={`${pictureId}-unwanted`} {...tile} height={4}>
        <rect width="5" height="4" fill={colors.paper} />
        <rect width="5" height="1" fill={colors.ink3} />
      </pattern>
    </defs>
  )
}
