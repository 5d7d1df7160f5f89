import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrologEngine, SolveOutcome, SolveRequest } from '../prolog-engine.ts'
import { hostilePrograms } from './hostile-programs.ts'

const hostileTimeoutMs = 30_000

/** What every `PrologEngine` does; its tests call this with a way to make one. */
export function describePrologEngine(name: string, create: (workers: number) => PrologEngine): void {
  describe(name, () => {
    let engine: PrologEngine
    beforeAll(() => {
      engine = create(1)
    })
    afterAll(() => engine.dispose())

    const solve = (program: string, goal: string, rest: Partial<SolveRequest> = {}) =>
      engine.solve({ program, goal, ...rest })
    const answersOf = (outcome: SolveOutcome) => (outcome.status === 'answers' ? outcome.answers : outcome)

    it('answers with the first substitution and says that there may be more', async () => {
      const outcome = await solve('a(1). a(2).', 'a(X)')
      expect(outcome).toMatchObject({
        status: 'answers',
        complete: false,
        answers: [{ X: { type: 'number', value: 1 } }],
      })
    })

    it('gives all answers in the order of the clauses and says that they are all', async () => {
      const outcome = await solve('a(c). a(b).', 'a(X)', { limits: { answers: 10 } })
      const answers = [{ X: { type: 'atom', name: 'c' } }, { X: { type: 'atom', name: 'b' } }]
      expect(outcome).toMatchObject({ status: 'answers', complete: true, answers })
    })

    it('tells a failure from an answer without variables', async () => {
      expect(await solve('a(1).', 'a(2)')).toMatchObject({ status: 'no-answer' })
      expect(answersOf(await solve('a(1).', 'a(1)'))).toEqual([{}])
    })

    it('gives lists, compounds and unbound variables back as plain terms', async () => {
      const outcome = await solve("a([1, 'New York'], p(X, Y, X), [h | T]).", 'a(L, C, P)')
      const [answer] = outcome.status === 'answers' ? outcome.answers : []
      expect(answer?.['L']).toEqual({
        type: 'list',
        items: [
          { type: 'number', value: 1 },
          { type: 'atom', name: 'New York' },
        ],
      })
      const compound = answer?.['C']
      expect(compound?.type === 'compound' && compound.args[0]).toEqual(
        compound?.type === 'compound' && compound.args[2],
      )
      expect(answer?.['P']).toMatchObject({
        type: 'compound',
        functor: '.',
        args: [{ name: 'h' }, { type: 'variable' }],
      })
    })

    it('binds a variable that stays free to itself', async () => {
      expect(answersOf(await solve('a(_).', 'a(X)'))).toEqual([{ X: { type: 'variable', name: 'X' } }])
    })

    it('forgets everything between queries', async () => {
      await solve(':- dynamic k/1.\ngo :- assertz(k(1)).', 'go, k(X)')
      expect(await solve(':- dynamic k/1.', 'k(X)')).toMatchObject({ status: 'no-answer' })
    })

    it('knows declared predicates without clauses', async () => {
      expect(await solve(':- dynamic a/1, b/2.\n:- discontiguous(c/3).', 'a(X)')).toMatchObject({ status: 'no-answer' })
    })

    it('knows library(lists) with and without importing it', async () => {
      expect(answersOf(await solve(':- use_module(library(lists)).', 'sum_list([1, 2], S)'))).toMatchObject([
        { S: { value: 3 } },
      ])
      expect(answersOf(await solve('', 'nth1(2, [a, b], E)'))).toMatchObject([{ E: { name: 'b' } }])
    })

    it("prefers a program's own predicate to the library's", async () => {
      const program = 'append(mine, _, _).\nboth(X, Y) :- append(X, 1, 2), permutation([1, 2], Y).'
      expect(answersOf(await solve(program, 'both(X, [2, 1])'))).toMatchObject([{ X: { name: 'mine' } }])
    })

    it('keeps cuts, negation, conditions, findall, bagof and exceptions as the standard has them', async () => {
      const program = `
        first(X) :- member(X, [3, 1, 2]), !.
        odd(X) :- member(X, [1, 2, 3]), \\+ 0 is X mod 2.
        size(X, S) :- ( X > 10 -> S = big ; X > 5 -> S = middle ; S = small ).
        once_only(X) :- once(member(X, [a, b])).
        all_small :- forall(member(X, [1, 2]), X < 3).
        caught(E) :- catch(X is foo + 1, error(E, _), true), X = X.
        rethrown(X) :- catch(catch(throw(inner), outer, fail), X, true).
        local_cut(X) :- member(X, [1, 2]), call((true, !)).
        in_condition(X) :- member(X, [1, 2]), ( member(_, [a, b]), ! -> true ; true ).
        group(K, Vs) :- bagof(V, pair(K, V), Vs).
        groups(Vs) :- setof(V, K ^ pair(K, V), Vs).
        pair(b, 2). pair(a, 1). pair(b, 1).
        soft(X) :- ( member(X, [1, 2]) *-> true ; X = none ).`
      const every = async (goal: string) => {
        const outcome = await solve(program, goal, { limits: { answers: 20 } })
        return outcome.status === 'answers' ? outcome.answers.map((answer) => JSON.stringify(plain(answer))) : outcome
      }
      expect(await every('first(X)')).toEqual(['{"X":3}'])
      expect(await every('odd(X)')).toEqual(['{"X":1}', '{"X":3}'])
      expect(await every('size(12, A), size(7, B), size(1, C)')).toEqual(['{"A":"big","B":"middle","C":"small"}'])
      expect(await every('once_only(X)')).toEqual(['{"X":"a"}'])
      expect(await every('all_small')).toEqual(['{}'])
      expect(await every('caught(E)')).toEqual(['{"E":["type_error","evaluable",["/","foo",0]]}'])
      expect(await every('rethrown(X)')).toEqual(['{"X":"inner"}'])
      expect(await every('local_cut(X)')).toEqual(['{"X":1}', '{"X":2}'])
      expect(await every('in_condition(X)')).toEqual(['{"X":1}', '{"X":2}'])
      expect(await every('group(K, Vs)')).toEqual(['{"K":"a","Vs":[1]}', '{"K":"b","Vs":[2,1]}'])
      expect(await every('groups(Vs)')).toEqual(['{"Vs":[1,2]}'])
      expect(await every('soft(X)')).toEqual(['{"X":1}', '{"X":2}'])
    })

    it('unifies through chains of variables', async () => {
      const outcome = await solve('same(p(X, Y, Z), p(f(Y), g(Z), a)) :- X = X.', 'same(p(A, B, C), p(A, B, C))')
      expect(plain(answersOf(outcome))).toEqual([{ A: ['f', ['g', 'a']], B: ['g', 'a'], C: 'a' }])
    })

    it('changes and asks its own dynamic clauses', async () => {
      const program =
        ':- dynamic k/1.\nk(1). k(2).\ngo(L) :- retract(k(1)), assertz(k(3)), asserta(k(0)), findall(X, clause(k(X), true), L).'
      expect(plain(answersOf(await solve(program, 'go(L)')))).toEqual([{ L: [0, 2, 3] }])
      const all = 'go(L) :- retractall(k(_)), findall(X, k(X), L).\n:- dynamic k/1.\nk(1). k(2).'
      expect(plain(answersOf(await solve(all, 'go(L)')))).toEqual([{ L: [] }])
    })

    it('captures what a program writes', async () => {
      expect(await solve("go :- write('It''s'), nl, writeq('New York').", 'go')).toMatchObject({
        output: "It's\n'New York'",
      })
    })

    it('names the clause and the line of an unknown predicate', async () => {
      const outcome = await solve('a(1).\nfoo(X) :-\n  a(X),\n  bar(X).', 'foo(X)')
      expect(outcome).toMatchObject({
        status: 'exception',
        position: { clause: 1, predicate: 'foo/1', range: { start: { line: 4, column: 3 } } },
      })
      expect(outcome).toHaveProperty('message', 'The predicate bar/1 does not exist. (line 4, in foo/1)')
    })

    it('names the clause of an error inside a library predicate and inside findall', async () => {
      const inLibrary = await solve('a(1).\nfoo(S) :-\n  sum_list([a], S).', 'foo(X)')
      expect(inLibrary).toMatchObject({ position: { clause: 1, range: { start: { line: 3 } } } })
      const inFindall = await solve('foo(L) :-\n  findall(X,\n    X is a + 1, L).', 'foo(X)')
      expect(inFindall).toMatchObject({ position: { clause: 0, range: { start: { line: 3 } } } })
      const inCatch = await solve('foo(X) :-\n  catch(\n    bar(X), other, true).', 'foo(X)')
      expect(inCatch).toMatchObject({ position: { clause: 0, range: { start: { line: 3 } } } })
    })

    it('names line and column of every syntax error', async () => {
      const outcome = await solve('a(1).\nb(2.\nc(3).\nd(4', 'a(X)')
      const lines =
        outcome.status === 'syntax-error' ? outcome.diagnostics.map(({ range }) => range.start.line) : outcome
      expect(lines).toEqual([2, 4])
    })

    it('gives memo_min/2 to trusted programs, new for every query', async () => {
      const program = 'best(X) :- member(X, [5, 7, 3, 4, 1]), memo_min(k(a), X).'
      for (const _ of [1, 2]) {
        const outcome = await solve(program, 'best(X)', { trusted: true, limits: { answers: 9 } })
        expect(plain(answersOf(outcome))).toEqual([{ X: 5 }, { X: 3 }, { X: 1 }])
      }
    })

    it('reports the answers found before a limit', async () => {
      const outcome = await solve('a(1). a(2). a(X) :- a(X), X > 2.', 'a(X), X < 3', {
        limits: { answers: 100, inferences: 3000 },
      })
      expect(outcome).toMatchObject({ status: 'limit-exceeded', limit: 'inferences' })
      expect(outcome).toHaveProperty('answers.1', { X: { type: 'number', value: 2 } })
    })

    it('is cancelled in the middle of a search and of a single long step', async () => {
      for (const goal of ['loop', 'atom_length(A, 1)', 'length(L, 3000000)']) {
        const outcome = await engine.solve({ program: 'loop :- loop.', goal }, AbortSignal.timeout(100))
        expect(['cancelled', 'exception', 'limit-exceeded', 'answers']).toContain(outcome.status)
      }
      const outcome = await engine.solve({ program: 'loop :- loop.', goal: 'loop' }, AbortSignal.timeout(50))
      expect(outcome).toEqual({ status: 'cancelled' })
    })

    it('is cancelled before it begins', async () => {
      const outcome = await engine.solve({ program: 'a(1).', goal: 'a(X)' }, AbortSignal.abort())
      expect(outcome).toEqual({ status: 'cancelled' })
    })

    it('answers many queries at once, each with its own answer', async () => {
      const outcomes = await Promise.all(Array.from({ length: 12 }, (_, n) => solve(`a(${n}).`, 'a(X)')))
      expect(outcomes.map((outcome) => plain(answersOf(outcome)))).toEqual(outcomes.map((_, n) => [{ X: n }]))
    })

    it('cancels a query that waits for its turn', async () => {
      const slow = engine.solve({ program: 'loop :- loop.', goal: 'loop', limits: { timeMs: 300 } })
      const abort = new AbortController()
      const waiting = engine.solve({ program: 'a(1).', goal: 'a(X)' }, abort.signal)
      abort.abort()
      expect(await waiting).toEqual({ status: 'cancelled' })
      expect(await slow).toMatchObject({ status: 'limit-exceeded', limit: 'time' })
    })

    it('ends the queries in flight when it is disposed', async () => {
      const other = create(1)
      const running = other.solve({ program: 'loop :- loop.', goal: 'loop' })
      const waiting = other.solve({ program: 'a(1).', goal: 'a(X)' })
      await other.dispose()
      expect(await running).toMatchObject({ status: 'engine-stopped' })
      expect(await waiting).toMatchObject({ status: 'engine-stopped' })
      expect(await other.solve({ program: 'a(1).', goal: 'a(X)' })).toMatchObject({ status: 'engine-stopped' })
    })

    it('consults: diagnostics without running anything', () => {
      expect(engine.consult('a(1). b(X) :- a(X).')).toEqual({
        status: 'consulted',
        clauses: 2,
        predicates: ['a/1', 'b/1'],
      })
      expect(engine.consult('a(1')).toMatchObject({ status: 'syntax-error' })
      expect(engine.consult('a :- halt.')).toMatchObject({
        status: 'refused',
        diagnostics: [{ code: 'built-in-not-allowed' }],
      })
    })

    describe('survives', () => {
      for (const { name: hostile, program, goal, limits, ends } of hostilePrograms) {
        it(hostile, { timeout: hostileTimeoutMs }, async () => {
          const outcome = await engine.solve({ program, goal, ...(limits ? { limits } : {}) })
          const end = outcome.status === 'limit-exceeded' ? `limit-exceeded ${outcome.limit}` : outcome.status
          expect(ends).toContain(end)
          expect(answersOf(await solve('alive(yes).', 'alive(X)'))).toEqual([{ X: { type: 'atom', name: 'yes' } }])
        })
      }
    })
  })
}

/** Terms as short JSON: atoms and numbers bare, compounds as arrays that begin with their functor, lists as arrays. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  if ('type' in value) {
    if (value.type === 'list' && 'items' in value) return plain(value.items)
    if ('functor' in value && 'args' in value && Array.isArray(value.args))
      return [value.functor, ...value.args.map(plain)]
    return 'name' in value ? value.name : 'value' in value ? value.value : value
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}
