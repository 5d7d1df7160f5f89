% A trip through every city once, by direct flights: the first one that fits, trying cities in the order they are stated.
%
%   city(Id, Name, Days, First, Last)   Days in Name, to be reached on day First at the earliest, Last at the latest
%   hop(From, To)                       a direct flight that the trip may take: none to a first city, none from a last
%   due_before(Day, Cities)             the cities, as a set of bits 2^Id, that must be reached before Day
%   lasts(Days)                         how long the whole trip must take
%   impossible(What)                    something is asked for that no trip has
%
% The day of a flight counts in both cities.

:- use_module(library(lists)).
:- dynamic(city/5).
:- dynamic(hop/2).
:- dynamic(due_before/2).
:- dynamic(lasts/1).
:- dynamic(impossible/1).

% itinerary(-Stays): a list of stay(City, From, To)
itinerary(Stays) :-
    \+ impossible(_),
    findall(Id, city(Id, _, _, _, _), Ids),
    whole_set(Ids, 0, All),
    trip_days(Total),
    \+ (lasts(Days), Days =\= Total),
    city(Id, _, _, First, _),
    First =< 1,
    Seen is 1 << Id,
    on_time(Id, 1, Seen, Leave),
    route(Id, Leave, Seen, All, Route), !,
    stays([Id|Route], 1, Stays).

whole_set([], All, All).
whole_set([Id|Ids], Set, All) :-
    More is Set \/ (1 << Id),
    whole_set(Ids, More, All).

trip_days(Total) :-
    findall(Days, city(_, _, Days, _, _), Lengths),
    sum_list(Lengths, Sum),
    length(Lengths, Cities),
    Cities > 0,
    Total is Sum - Cities + 1.

% route(+City, +Day, +Seen, +All, -Route): the cities after City, which is left on Day.
% Where one stands and what one has seen decide the day and all that can follow, so no such state is tried twice.
route(_, _, All, All, []).
route(City, Day, Seen, All, [Next|Route]) :-
    Seen =\= All,
    State is Seen * 64 + City,
    memo_min(State, 0),
    hop(City, Next),
    Seen /\ (1 << Next) =:= 0,
    Now is Seen \/ (1 << Next),
    on_time(Next, Day, Now, Leave),
    route(Next, Leave, Now, All, Route).

% City, reached on Day, is left on Leave, too late for no city that is still to come.
on_time(City, Day, Seen, Leave) :-
    city(City, _, Days, First, Last),
    Day >= First,
    Day =< Last,
    Leave is Day + Days - 1,
    due_before(Leave, Due),
    Due /\ Seen =:= Due.

stays([], _, []).
stays([Id|Ids], From, [stay(Name, From, To)|Stays]) :-
    city(Id, Name, Days, _, _),
    To is From + Days - 1,
    stays(Ids, To, Stays).
