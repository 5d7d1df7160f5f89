import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const mostColors = 256

/** The same picture with at most 256 colours, the most frequent ones: a window has few. Takes what browsers write: 8 bits, RGB or RGBA. */
export function palettePng(png: Buffer): Buffer {
  const { height, pixels, width } = readPng(png)
  const counts = new Map<number, number>()
  for (const color of pixels) counts.set(color, (counts.get(color) ?? 0) + 1)
  const palette = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostColors)
    .map(([color]) => color)
  const places = new Map(palette.map((color, place) => [color, place]))
  for (const color of counts.keys()) if (!places.has(color)) places.set(color, nearest(palette, color))
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = places.get(pixels[y * width + x] ?? 0) ?? 0
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const colors = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]))
  const data = deflateSync(rows, { level: 9, memLevel: 9 })
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colors),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function nearest(palette: readonly number[], color: number): number {
  let [best, distance] = [0, Number.POSITIVE_INFINITY]
  for (const [place, one] of palette.entries()) {
    const [red, green, blue] = [
      (one >> 16) - (color >> 16),
      ((one >> 8) & 255) - ((color >> 8) & 255),
      (one & 255) - (color & 255),
    ]
    const far = red * red + green * green + blue * blue
    if (far < distance) [best, distance] = [place, far]
  }
  return best
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

interface Pixels {
  readonly width: number
  readonly height: number
  /** 0xRRGGBB, row by row. */
  readonly pixels: Uint32Array
}

function readPng(png: Buffer): Pixels {
  const [width, height, depth, kind] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]
  const channels = kind === 2 ? 3 : 4
  if (depth !== 8 || (kind !== 2 && kind !== 6) || png[28] !== 0) throw new Error('this PNG is of another kind')
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const rows = inflateSync(Buffer.concat(parts))
  const stride = width * channels
  const plain = Buffer.alloc(stride * height)
  const pixels = new Uint32Array(width * height)
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : (plain[y * stride + x - channels] ?? 0)
      const up = y === 0 ? 0 : (plain[(y - 1) * stride + x] ?? 0)
      const corner = x < channels || y === 0 ? 0 : (plain[(y - 1) * stride + x - channels] ?? 0)
      plain[y * stride + x] = (rows[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, { left, up, corner })
    }
    for (let x = 0; x < width; x++) {
      const at = y * stride + x * channels
      pixels[y * width + x] = ((plain[at] ?? 0) << 16) | ((plain[at + 1] ?? 0) << 8) | (plain[at + 2] ?? 0)
    }
  }
  return { width, height, pixels }
}

/** What a PNG's row filter adds to a byte. */
function predicted(filter: number, { corner, left, up }: { left: number; up: number; corner: number }): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4: {
      const guess = left + up - corner
      const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
      if (toLeft <= toUp && toLeft <= toCorner) return left
      return toUp <= toCorner ? up : corner
    }
    default:
      return 0
  }
}
