import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
  readonly os?: readonly string[] | string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const file = path.join(import.meta.dirname, '..', 'package-lock.json')
const packages: Readonly<Record<string, LockedPackage>> = JSON.parse(readFileSync(file, 'utf8')).packages

describe('the lock file', () => {
  it('names the packages of every platform, as npm ci demands', () => {
    const missing = Object.entries(packages).flatMap(([name, locked]) =>
      Object.keys(locked.optionalDependencies ?? {}).filter(
        (other) => !(`node_modules/${other}` in packages || `${name}/node_modules/${other}` in packages),
      ),
    )

    expect(missing).toEqual([])
  })

  it('has a checksum for everything that Linux installs', () => {
    const unchecked = Object.entries(packages)
      .filter(
        ([name, { integrity, os }]) => name !== '' && integrity === undefined && (os ?? 'linux').includes('linux'),
      )
      .map(([name]) => name)

    expect(unchecked.filter((name) => !/musl|riscv64/.test(name))).toEqual([])
  })
})
