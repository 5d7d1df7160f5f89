import { describe, expect, it } from 'vitest'
import { loadTauProlog } from '../tau/tau-library.ts'
import {
  allowedListPredicates,
  allowedSystemPredicates,
  deniedSystemPredicates,
  internalListPredicates,
  internalSystemPredicates,
  knownDirectives,
} from './built-ins.ts'

/** tau-prolog as it is installed: this test's own thread never loads the sandboxed one. */
const tau = loadTauProlog()

describe('the classification of built-in predicates', () => {
  it('has every predicate of the installed system module once, and no other', () => {
    const classified = [...allowedSystemPredicates, ...internalSystemPredicates, ...deniedSystemPredicates]
    expect(classified.toSorted()).toEqual(Object.keys(tau.modules.system.rules).toSorted())
  })

  it('has every predicate of the installed library(lists) once, and no other', () => {
    expect([...allowedListPredicates].toSorted()).toEqual([...tau.modules.lists.exports].toSorted())
    const classified = [...allowedListPredicates, ...internalListPredicates]
    expect(classified.toSorted()).toEqual(Object.keys(tau.modules.lists.rules).toSorted())
  })

  it('has every directive of the installed version', () => {
    expect([...knownDirectives].toSorted()).toEqual(Object.keys(tau.directive).toSorted())
  })

  it('knows the installed modules and no others', () => {
    expect(Object.keys(tau.modules).toSorted()).toEqual(['lists', 'system'])
  })
})
