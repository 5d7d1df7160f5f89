% One meeting for everyone: the first (or last) stretch that nothing stands in the way of.
%
%   on_offer(Index, Day)           the days on offer, in order
%   hours(From, To)                the meeting lies between From and To
%   takes(Length)                  how long it takes; two different lengths have no answer
%   step(Step)                     it starts on a multiple of Step
%   taken(Day, From, To, Whose)    no meeting then
%   prefer(earliest), prefer(latest)
%
% Times are minutes after midnight.

:- use_module(library(lists)).
:- dynamic(on_offer/2).
:- dynamic(hours/2).
:- dynamic(takes/1).
:- dynamic(step/1).
:- dynamic(taken/4).
:- dynamic(prefer/1).

% schedule(-Day, -Start, -End)
schedule(Day, Start, End) :-
    meeting_length(Length),
    choose(Length, Day, Start),
    End is Start + Length.

meeting_length(Length) :-
    takes(Length), !,
    \+ (takes(Other), Other =\= Length).

% Without a wish the earliest; both wishes hold only where there is a single stretch.
choose(Length, Day, Start) :-
    prefer(latest), !,
    last_slot(Length, Day, Start),
    ( prefer(earliest) -> first_slot(Length, Day, Start) ; true ).
choose(Length, Day, Start) :-
    first_slot(Length, Day, Start).

first_slot(Length, Day, Start) :-
    hours(From, To),
    on_offer(_, TheDay),
    round_up(From, First),
    forward(TheDay, First, Length, To, TheStart), !,
    Day = TheDay, Start = TheStart.

last_slot(Length, Day, Start) :-
    hours(From, To),
    findall(D, on_offer(_, D), Days),
    reverse(Days, Backwards),
    member(TheDay, Backwards),
    Latest is To - Length,
    round_down(Latest, Last),
    backward(TheDay, Last, Length, From, TheStart), !,
    Day = TheDay, Start = TheStart.

% From Time on, jump over whatever stands in the way.
forward(Day, Time, Length, Close, Start) :-
    End is Time + Length,
    End =< Close,
    ( in_the_way(Day, Time, End, _, To) ->
        round_up(To, Next),
        forward(Day, Next, Length, Close, Start)
    ; Start = Time
    ).

backward(Day, Time, Length, Open, Start) :-
    Time >= Open,
    End is Time + Length,
    ( in_the_way(Day, Time, End, From, _) ->
        Before is From - Length,
        round_down(Before, Next),
        backward(Day, Next, Length, Open, Start)
    ; Start = Time
    ).

in_the_way(Day, Start, End, From, To) :-
    taken(Day, From, To, _),
    Start < To,
    From < End.

round_up(Time, Rounded) :-
    step(Step),
    Rounded is ((Time + Step - 1) // Step) * Step.

% Time may be negative, where // would round towards zero.
round_down(Time, Rounded) :-
    step(Step),
    Rounded is Time - (Time mod Step).
