/** A fact, and some words of the sentence that states it; arguments are words of that sentence or null. */
export type ScriptedFact = readonly [hint: string, predicate: string, ...args: (string | null)[]]

/** What a perfect model would make of some of the examples, by words that only that example has. */
export const scriptedProblems: readonly {
  readonly sign: string
  readonly domain: string
  readonly facts: readonly ScriptedFact[]
}[] = [
  {
    sign: 'Priya',
    domain: 'calendar',
    facts: [
      ['Please find', 'duration', 'half an hour'],
      ['Please find', 'participant', 'Ines'],
      ['Please find', 'participant', 'Tobias'],
      ['Please find', 'participant', 'Priya'],
      ['Please find', 'day', 'Thursday'],
      ['We work', 'work_hours', '9:00', '17:30'],
      ['Ines is in', 'busy', 'Ines', null, '9:00', '11:00'],
      ['Ines is in', 'busy', 'Ines', null, '13:30', '14:15'],
      ['Tobias is busy', 'busy', 'Tobias', null, '10:30', '12:00'],
      ['Tobias is busy', 'busy', 'Tobias', null, '15:00', '16:30'],
      ['Priya does not', 'not_before', 'Priya', null, '11:30'],
      ['The earlier', 'earliest'],
    ],
  },
  {
    sign: 'Lucia',
    domain: 'calendar',
    facts: [
      ['Can you find', 'duration', 'an hour'],
      ['Can you find', 'participant', 'Omar'],
      ['Can you find', 'participant', 'Lucia'],
      ['Can you find', 'day', 'Friday'],
      ['Can you find', 'work_hours', '9:00', '13:00'],
      ['Omar is busy', 'busy', 'Omar', null, '9:00', '11:00'],
      ['Lucia is busy', 'busy', 'Lucia', null, '11:30', '13:00'],
    ],
  },
  {
    sign: 'Tirana',
    domain: 'trip',
    facts: [
      ['We plan', 'total_days', '12 days'],
      ['We spend', 'stay', 'Zagreb', '4 days'],
      ['We spend', 'stay', 'Skopje', '3 days'],
      ['We spend', 'stay', 'Tirana', '5 days'],
      ['We spend', 'stay', 'Sarajevo', '3 days'],
      ['A friend', 'event', 'Tirana', '8', '12'],
      ['There are direct', 'flight', 'Zagreb', 'Sarajevo'],
      ['There are direct', 'flight', 'Sarajevo', 'Skopje'],
      ['There are direct', 'flight', 'Skopje', 'Tirana'],
      ['There are direct', 'flight', 'Zagreb', 'Skopje'],
    ],
  },
  {
    sign: 'Dmitri',
    domain: 'meeting',
    facts: [
      ['Old Town to Harbour', 'travel', 'Old Town', 'Harbour', '15'],
      ['Harbour to Old Town', 'travel', 'Harbour', 'Old Town', '14'],
      ['Old Town to Museum', 'travel', 'Old Town', 'Museum', '20'],
      ['Museum to Old Town', 'travel', 'Museum', 'Old Town', '20'],
      ['Harbour to Museum', 'travel', 'Harbour', 'Museum', '10'],
      ['Museum to Harbour', 'travel', 'Museum', 'Harbour', '12'],
      ['You arrive', 'start', 'Old Town', '9:00 AM'],
      ['Carla will', 'available', 'Carla', 'Harbour', '10:00 AM', '12:00 PM'],
      ['meet Carla', 'meet_min', 'Carla', '60 minutes'],
      ['Dmitri will', 'available', 'Dmitri', 'Museum', '11:00 AM', '1:00 PM'],
      ['meet Dmitri', 'meet_min', 'Dmitri', '45 minutes'],
      ['Elena will', 'available', 'Elena', 'Old Town', '1:30 PM', '3:00 PM'],
      ['meet Elena', 'meet_min', 'Elena', '30 minutes'],
    ],
  },
]
