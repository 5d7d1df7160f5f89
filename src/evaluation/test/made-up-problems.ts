/** Problems of our own in the benchmark's sentence forms, oddities included. */
export const calendarPrompt = `You are an expert at scheduling meetings. Here are a few example tasks and solutions:

TASK: You need to schedule a meeting for Wilma, Bruno and Zoe for half an hour between the work hours of 9:00 to 17:00 on either Monday, Tuesday or Friday.${' '}

Here are the existing schedules for everyone during the days:${' '}
Wilma has blocked their calendar on Monday during 9:00 to 10:30, 12:00 to 12:30, Tuesday during 9:00 to 17:00;${' '}
Brunohas no meetings the whole week.
Zoe is busy on Monday during 10:30 to 12:00, Friday during 9:30 to 17:00;${' '}

Bruno would rather not meet on Monday before 13:30. Tuesday. Zoe can not meet on Monday after 16:00. You would like to schedule the meeting at their earlist availability.
Find a time that works for everyone's schedule and constraints.${' '}
SOLUTION: `

export const calendarRecord = {
  num_people: '3',
  num_days: '3',
  duration: '0.5',
  prompt_0shot: calendarPrompt,
  golden_plan: 'Here is the proposed time: Monday, 13:30 - 14:00 ',
}

export const tripPrompt = `You plan to visit 3 European cities for 9 days in total. You only take direct flights to commute between cities. You plan to stay in Turin for 4 days. During day 1 and day 4, you have to attend a conference in Turin. You want to spend 3 days in Bergen. You would like to visit Graz for 4 days. You would like to meet your friends at Graz between day 6 and day 9 to tour together.

Here are the cities that have direct flights:
Turin and Bergen, from Bergen to Graz.

Find a trip plan of visiting the cities for 9 days by taking direct flights to commute between them.`

export const tripRecord = {
  num_cities: '3',
  cities: 'Turin**Bergen**Graz',
  durations: '4**3**4',
  prompt_0shot: tripPrompt,
  golden_plan: `Here is the trip plan for visiting the 3 European cities for 9 days:

**Day 1-4:** Arriving in Turin and visit Turin for 4 days.
**Day 4:** Fly from Turin to Bergen.
**Day 4-6:** Visit Bergen for 3 days.
**Day 6:** Fly from Bergen to Graz.
**Day 6-9:** Visit Graz for 4 days.`,
}

export const meetingPrompt = `You are visiting San Francisco for the day and want to meet as many friends as possible. Solve the problem by considering various different schedules and picking the best one to optimize your goals.

Travel distances (in minutes):
Harbour to Old Mill: 12.
Harbour to King's Cross: 20.
Old Mill to Harbour: 14.
Old Mill to King's Cross: 9.
King's Cross to Harbour: 20.
King's Cross to Old Mill: 8.

CONSTRAINTS: You arrive at Harbour at 9:00AM. Wilma will be at Old Mill from 9:30AM to 10:45AM. You'd like to meet Wilma for a minimum of 45 minutes. Bruno will be at King's Cross from 8:00AM to 12:30PM. You'd like to meet Bruno for a minimum of 90 minutes.

Your response should start with 'SOLUTION:'.`

export const meetingRecord = {
  num_people: 2,
  constraints: [],
  dist_matrix: {},
  prompt_0shot: meetingPrompt,
  golden_plan: [
    'You start at Harbour at 9:00AM.',
    'You travel to Old Mill in 12 minutes and arrive at 9:12AM.',
    'You wait until 9:30AM.',
    'You meet Wilma for 45 minutes from 9:30AM to 10:15AM.',
    "You travel to King's Cross in 9 minutes and arrive at 10:24AM.",
    'You meet Bruno for 90 minutes from 10:24AM to 11:54AM.',
  ],
}
