/**
 * Every built-in predicate of tau-prolog 0.3.4 (its module `system` and `library(lists)`), classified. A test enumerates
 * the live library and fails on a predicate that stands in none or two of these lists.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** What a program may call: pure, or writing to the captured output, or changing its own dynamic clauses. */
export const allowedSystemPredicates = words(`
  ;/2 !/0 \\+/1 ->/2 *->/2 fail/0 false/0 true/0 call/1 call/2 call/3 call/4 call/5 call/6 call/7 call/8 once/1 forall/2
  repeat/0 throw/1 catch/3 =/2 unify_with_occurs_check/2 \\=/2 subsumes_term/2 findall/3 findall/4 bagof/3 setof/3
  functor/3 arg/3 =../2 copy_term/2 term_variables/2 numbervars/3 clause/2 current_predicate/1 sort/2 keysort/2
  asserta/1 assertz/1 retract/1 retractall/1
  atom_length/2 atom_concat/3 sub_atom/5 atom_chars/2 atom_codes/2 char_code/2 number_chars/2 number_codes/2
  upcase_atom/2 downcase_atom/2 atomic_concat/3 atomic_list_concat/2 atomic_list_concat/3
  @=</2 ==/2 \\==/2 @</2 @>/2 @>=/2 compare/3 is/2 between/3 succ/2 =:=/2 =\\=/2 </2 =</2 >/2 >=/2
  var/1 atom/1 atomic/1 compound/1 integer/1 float/1 number/1 nonvar/1 ground/1 acyclic_term/1 callable/1 is_list/1
  write/1 writeq/1 write_canonical/1 write_term/2 nl/0 put_char/1 flush_output/0
`)

/** What allowed predicates are made of: harmless, but not to be named by a program. */
export const internalSystemPredicates = words(`
  $push_global_stack/2 $flush_global_stack/3 $free_variable_set/3 $member/2 $bind_bagof_keys/2 $findall/4 $bagof/3
  $setof/3 $if/3 term_variables/3 keygroup/2 current_output/1 write/2 writeq/2 write_canonical/2 write_term/3 nl/1
  put_char/2 flush_output/1
`)

/** What our adapter adds for its own use: not to be named by a program either. */
export const adapterPredicates = words('$collect/2 $found/3')

/**
 * What is taken out of the library before anything is consulted: files, streams, input, the process, the clock, flags and
 * operators (they would change how everything else behaves), other modules, and what reads text as a program.
 */
export const deniedSystemPredicates = words(`
  goal_expansion/2 put_attr/3 get_attr/3 op/3 current_op/3 call_cleanup/2 setup_call_cleanup/3 current_module/1
  predicate_property/2 listing/0 listing/1 abolish/1 current_input/1 set_input/1 set_output/1 open/3 open/4 close/1
  close/2 stream_property/2 stream_position_data/3 at_end_of_stream/0 at_end_of_stream/1 set_stream_position/2
  get_char/1 get_char/2 get_code/1 get_code/2 peek_char/1 peek_char/2 peek_code/1 peek_code/2 put_code/1 put_code/2
  get_byte/1 get_byte/2 peek_byte/1 peek_byte/2 put_byte/1 put_byte/2 read/1 read/2 read_term/2 read_term/3 halt/0
  halt/1 current_prolog_flag/2 set_prolog_flag/2 consult/1 get_time/1 time_property/2 time_year/2 time_month/2 phrase/3
  phrase/2 version/0 license/0
`)

/** All of `library(lists)` is allowed. */
export const allowedListPredicates = words(`
  append/2 append/3 member/2 permutation/2 maplist/2 maplist/3 maplist/4 maplist/5 maplist/6 maplist/7 maplist/8
  include/3 exclude/3 foldl/4 foldl/5 foldl/6 foldl/7 select/3 sum_list/2 max_list/2 min_list/2 prod_list/2 last/2
  prefix/2 nth0/3 nth1/3 nth0/4 nth1/4 length/2 replicate/3 msort/2 take/3 drop/3 reverse/2 list_to_set/2
`)

/** Helpers that `library(lists)` does not export; a program's own predicates of these names are its own. */
export const internalListPredicates = words('nth/5 length/3')

/** Directives that tau-prolog knows; a program's are never handed to it. */
export const knownDirectives = words(`
  dynamic/1 dynamic/* multifile/1 meta_predicate/1 set_prolog_flag/2 module/2 use_module/1 char_conversion/2 op/3
  initialization/1
`)

/** What only trusted programs get besides. */
export const trustedPredicates = words('memo_min/2')
