import type { SolveLimits, SolveOutcome } from '../prolog-engine.ts'

export interface HostileProgram {
  readonly name: string
  readonly program: string
  readonly goal: string
  readonly limits?: Partial<SolveLimits>
  /** Every outcome that may end it. Never `engine-stopped`. */
  readonly ends: readonly (
    | Exclude<SolveOutcome['status'], 'limit-exceeded' | 'engine-stopped'>
    | `limit-exceeded ${'inferences' | 'time' | 'memory'}`
  )[]
}

const short = { timeMs: 600 }
const anyLimit = ['limit-exceeded time', 'limit-exceeded memory', 'limit-exceeded inferences'] as const

/** A program that asks for something by naming it, and one that puts the goal together at run time. */
function forbidden(name: string, goal: string, construct: string): HostileProgram[] {
  return [
    { name, program: `go :- ${goal}.`, goal: 'go', ends: ['refused'] },
    { name: `${name} as the goal`, program: 'fact.', goal, ends: ['refused'] },
    {
      name: `${name}, put together at run time`,
      program: `go :- ${construct}, G =.. P, call(G).`,
      goal: 'go',
      ends: ['exception'],
    },
  ]
}

/** Programs that are broken or mean harm, with the ways they may end. */
export const hostilePrograms: readonly HostileProgram[] = [
  { name: 'an infinite loop', program: 'loop :- loop.', goal: 'loop', limits: short, ends: anyLimit },
  {
    name: 'an infinite loop under an inference limit',
    program: 'loop :- loop.',
    goal: 'loop',
    limits: { inferences: 2000 },
    ends: ['limit-exceeded inferences'],
  },
  {
    name: 'an infinite loop inside catch, findall, forall and negation',
    program: 'loop :- loop.\ngo :- catch(findall(X, (\\+ forall(true, loop), X = 1), _), _, true).',
    goal: 'go',
    limits: { inferences: 20_000 },
    ends: ['limit-exceeded inferences'],
  },
  {
    name: 'infinitely many failures',
    program: 'go :- repeat, fail.',
    goal: 'go',
    limits: short,
    ends: anyLimit,
  },
  {
    name: 'infinitely many answers',
    program: 'n(0). n(s(N)) :- n(N).',
    goal: 'n(N)',
    limits: { answers: 50 },
    ends: ['answers'],
  },
  { name: 'left recursion', program: 'p(X) :- p(X), q(X).\nq(1).', goal: 'p(X)', limits: short, ends: anyLimit },
  {
    name: 'deep recursion that is not a tail call',
    program: 'deep(N) :- M is N + 1, deep(M), true.',
    goal: 'deep(0)',
    limits: short,
    ends: anyLimit,
  },
  {
    name: 'a term that grows for ever',
    program: 'grow(X) :- grow(f(X, X)).',
    goal: 'grow(a)',
    limits: short,
    ends: anyLimit,
  },
  {
    name: 'an atom that doubles for ever',
    program: 'grow(A) :- atom_concat(A, A, B), grow(B).',
    goal: 'grow(abc)',
    limits: { timeMs: 2000, memoryMb: 96 },
    ends: [...anyLimit],
  },
  {
    name: 'a list of 16,384 elements',
    program: 'go(N) :- replicate(a, 16384, L), length(L, N).',
    goal: 'go(N)',
    limits: { timeMs: 1500 },
    ends: ['answers', ...anyLimit],
  },
  {
    name: 'a list of 16,384 elements, written out',
    program: `items([${Array.from({ length: 16_384 }, (_, index) => index).join(',')}]).`,
    goal: 'items([First, Second | _])',
    limits: { timeMs: 5000 },
    ends: ['answers', ...anyLimit],
  },
  {
    name: 'a list of a billion elements in one step',
    program: 'go :- replicate(a, 1000000000, _).',
    goal: 'go',
    limits: { timeMs: 4000, memoryMb: 96 },
    ends: ['limit-exceeded memory', 'limit-exceeded time'],
  },
  {
    name: 'a list of unknown length asked to be long',
    program: 'go(L) :- length(L, 300000).',
    goal: 'go(L)',
    limits: short,
    ends: ['answers', ...anyLimit],
  },
  {
    name: 'a cyclic term',
    program: 'go(X) :- X = f(X), Y = f(Y), X = Y.',
    goal: 'go(X)',
    limits: short,
    ends: ['no-answer', 'answers', ...anyLimit],
  },
  { name: 'a syntax error', program: 'a(1).\nb(2.\nc(3).', goal: 'a(X)', ends: ['syntax-error'] },
  { name: 'a syntax error in the goal', program: 'a(1).', goal: 'a(X', ends: ['syntax-error'] },
  { name: 'a missing full stop', program: 'a(1)', goal: 'a(X)', ends: ['syntax-error'] },
  { name: 'a quote never closed', program: "a('b).\nc(1).", goal: 'c(X)', ends: ['syntax-error'] },
  { name: 'a comment never closed', program: 'a(1). /* and so on', goal: 'a(X)', ends: ['syntax-error'] },
  { name: 'binary noise', program: '\u0000\u0001\ud800\udc00\uffff)(}{', goal: 'a(X)', ends: ['syntax-error'] },
  { name: 'no program at all', program: '', goal: 'a(X)', ends: ['exception'] },
  { name: 'no goal at all', program: 'a(1).', goal: '', ends: ['syntax-error'] },
  { name: 'two goals', program: 'a(1).', goal: 'a(X). a(Y).', ends: ['syntax-error'] },
  { name: 'a goal that is a number', program: 'a(1).', goal: '42', ends: ['exception'] },
  { name: 'a goal that is a variable', program: 'a(1).', goal: 'X', ends: ['exception'] },
  { name: 'brackets 100,000 deep', program: `a(${'('.repeat(100_000)}`, goal: 'a(X)', ends: ['syntax-error'] },
  { name: 'ten megabytes of text', program: 'a(1).\n'.repeat(1_700_000), goal: 'a(X)', ends: ['refused'] },
  { name: 'an unknown predicate', program: 'a(X) :- b(X).', goal: 'a(X)', ends: ['exception'] },
  { name: 'a thrown ball', program: 'a :- throw(oops).', goal: 'a', ends: ['exception'] },
  {
    name: 'arithmetic with an unbound variable',
    program: 'a(X) :- Y is X + 1, X = Y.',
    goal: 'a(X)',
    ends: ['exception'],
  },
  { name: 'division by zero', program: 'a(X) :- X is 1 / 0.', goal: 'a(X)', ends: ['exception'] },
  ...forbidden('open/3', "open('/etc/hostname', read, _)", "P = [open, '/etc/hostname', read, _]"),
  ...forbidden('open/4', "open('/tmp/x', write, _, [])", "P = [open, '/tmp/x', write, _, []]"),
  ...forbidden('consult/1', "consult('/etc/passwd')", "P = [consult, '/etc/passwd']"),
  ...forbidden('halt/0', 'halt', 'P = [halt]'),
  ...forbidden('halt/1', 'halt(3)', 'P = [halt, 3]'),
  ...forbidden('read/1', 'read(_)', 'P = [read, _]'),
  ...forbidden('get_char/1', 'get_char(_)', 'P = [get_char, _]'),
  ...forbidden('set_prolog_flag/2', 'set_prolog_flag(unknown, fail)', 'P = [set_prolog_flag, unknown, fail]'),
  ...forbidden('op/3', 'op(700, xfx, likes)', 'P = [op, 700, xfx, likes]'),
  ...forbidden('memo_min/2', 'memo_min(k, 1)', 'P = [memo_min, k, 1]'),
  { name: 'open/3 behind maplist', program: 'go :- maplist(open(a, read), [_]).', goal: 'go', ends: ['refused'] },
  { name: 'use_module(library(js))', program: ':- use_module(library(js)).\na(1).', goal: 'a(X)', ends: ['refused'] },
  {
    name: 'use_module(library(os))',
    program: ':- use_module(library(os)).\na :- shell(ls).',
    goal: 'a',
    ends: ['refused'],
  },
  { name: 'initialization/1', program: ':- initialization(halt).\na(1).', goal: 'a(X)', ends: ['refused'] },
  { name: 'a directive that runs a goal', program: ':- halt.\na(1).', goal: 'a(X)', ends: ['refused'] },
  { name: 'a query among the clauses', program: '?- halt.\na(1).', goal: 'a(X)', ends: ['refused'] },
  { name: 'an operator of its own', program: ':- op(700, xfx, likes).\na(1).', goal: 'a(X)', ends: ['refused'] },
  { name: 'a grammar rule', program: 'a --> b.\nb --> [].', goal: 'a(X, Y)', ends: ['refused'] },
  { name: 'a built-in redefined', program: 'atom_length(_, 7).', goal: 'atom_length(a, X)', ends: ['refused'] },
  {
    name: 'an imported predicate redefined',
    program: ':- use_module(library(lists)).\nappend(x, y, z).',
    goal: 'append(X, Y, Z)',
    ends: ['refused'],
  },
  { name: 'a module named', program: 'a :- system:halt.', goal: 'a', ends: ['refused'] },
  { name: 'a module named in a head', program: 'system:foo(1).', goal: 'foo(X)', ends: ['refused'] },
  {
    name: 'a module named at run time',
    program: "go :- G =.. [':', system, halt], call(G).",
    goal: 'go',
    ends: ['exception'],
  },
  {
    name: 'a clause asserted into the library',
    program: "go :- C =.. [':', lists, extra(1)], assertz(C).",
    goal: 'go',
    ends: ['exception', 'no-answer', 'answers', 'refused'],
  },
  {
    name: 'names of JavaScript',
    program:
      "constructor(__proto__, prototype). '__proto__'(hasOwnProperty, toString).\ngo(__proto__, X) :- constructor(__proto__, X).",
    goal: 'go(__proto__, Constructor)',
    ends: ['answers'],
  },
]
