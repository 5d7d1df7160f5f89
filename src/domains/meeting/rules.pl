% As many people as possible in one day.
%
%   begin(Place, Time)               where one is at first
%   person(Id, Name)
%   option(Id, Person, Place, From, Latest, Length)
%                                    Person can be met at Place from From on, beginning by Latest, for Length minutes;
%                                    Id is a serial number plus 4096 * (2048 - the minutes it takes with the way there)
%   after(One, Next, Set, Minutes, LeaveBy)
%                                    from the place of option One (`start`: from the start) to the place of option Next
%                                    it takes Minutes; who leaves after LeaveBy can't meet Next in time, whatever the
%                                    way; Set is the person of Next as a set of bits; what can't follow is left out
%   over_by(Time)                    when the last option is over
%   impossible(What)                 something is asked for that no day has
%
% Times are minutes after midnight.

:- use_module(library(lists)).
:- dynamic(begin/2).
:- dynamic(person/2).
:- dynamic(option/6).
:- dynamic(after/5).
:- dynamic(over_by/1).
:- dynamic(impossible/1).

% tour(-Place, -Time, -Meetings): a list of meeting(Person, Place, Travel, Start, End)
tour(Place, Time, Meetings) :-
    \+ impossible(_),
    begin(Place, Time),
    findall(Id, person(Id, _), People),
    length(People, Most),
    how_many(Most, Wanted),
    visit(Wanted, start, Time, 0, Route), !,
    meetings(Route, start, Time, Meetings).

% First everyone, then one less, and so on.
how_many(Most, Most) :- Most > 0.
how_many(Most, Wanted) :-
    Most > 1,
    Less is Most - 1,
    how_many(Less, Wanted).

% visit(+Wanted, +Option, +Time, +Seen, -Route): Wanted more options after Option, which is over at Time.
% Seen is the set of people met. Clauses are short because tau-prolog copies what is left of a clause at every step.
visit(0, _, _, _, []).
visit(Wanted, Option, Time, Seen, Route) :-
    Wanted > 0,
    openings(Option, Time, Seen, Open),
    enough(Open, Wanted, Time),
    go_on(Open, Wanted, Option, Time, Seen, Route).

openings(Option, Time, Seen, Open) :-
    findall(Next, within_reach(Option, Time, Seen, Next), Open).

% Who has been met is more than a day too late.
within_reach(Option, Time, Seen, Next) :-
    after(Option, Next, Set, _, LeaveBy),
    Time + 1440 * (Seen /\ Set) =< LeaveBy.

% Enough options, and time enough for those of them that take the least.
enough(Open, Wanted, Time) :-
    length(Open, Many),
    Spare is Many - Wanted,
    Spare >= 0,
    msort(Open, LongestFirst),
    leave_out(Spare, LongestFirst, Shortest),
    sum_list(Shortest, Sum),
    over_by(End),
    Time + 2048 * Wanted - Sum // 4096 =< End.

leave_out(0, Options, Options).
leave_out(N, [_|Options], Rest) :-
    N > 0,
    Less is N - 1,
    leave_out(Less, Options, Rest).

go_on(Open, Wanted, Option, Time, Seen, [Next|Route]) :-
    member(Next, Open),
    meet(Option, Time, Next, Set, End),
    Now is Seen \/ Set,
    Left is Wanted - 1,
    improves(Now, Next, Left, End),
    visit(Left, Next, End, Now, Route).

meet(Option, Time, Next, Set, End) :-
    after(Option, Next, Set, Minutes, _),
    option(Next, _, _, From, Latest, Length),
    Start is max(From, Time + Minutes),
    Start =< Latest,
    End is Start + Length.

% A state that was reached as early before is not tried again.
improves(Seen, Option, Left, End) :-
    State is (Seen * 64 + (Option /\ 63)) * 32 + Left,
    memo_min(State, End).

meetings([], _, _, []).
meetings([Next|Route], Option, Time, [meeting(Name, Place, Minutes, Start, End)|Meetings]) :-
    after(Option, Next, _, Minutes, _),
    option(Next, Person, Place, From, _, Length),
    person(Person, Name),
    Start is max(From, Time + Minutes),
    End is Start + Length,
    meetings(Route, Next, End, Meetings).
