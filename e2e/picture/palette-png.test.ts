import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { palettePng } from './palette-png.ts'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A PNG of two rows of two RGB pixels, the second row as differences to the first. */
function smallPng(): Buffer {
  const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0])
  const rows = Buffer.from([0, 255, 0, 0, 0, 0, 255, 2, 0, 0, 0, 255, 255, 0])
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

test('a picture of few colours keeps each of them', () => {
  const made = palettePng(smallPng())
  const at = (type: string) => made.indexOf(type) + 4
  const sizeOf = (type: string) => made.readUInt32BE(at(type) - 8)
  const colors = made.subarray(at('PLTE'), at('PLTE') + sizeOf('PLTE'))
  const rows = inflateSync(made.subarray(at('IDAT'), at('IDAT') + sizeOf('IDAT')))
  const colorAt = (x: number, y: number) => [...colors.subarray((rows[y * 3 + 1 + x] ?? 0) * 3).subarray(0, 3)]

  expect([colorAt(0, 0), colorAt(1, 0), colorAt(0, 1), colorAt(1, 1)]).toEqual([
    [255, 0, 0],
    [0, 0, 255],
    [255, 0, 0],
    [255, 255, 255],
  ])
})
