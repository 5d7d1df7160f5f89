import { z } from 'zod'
import { type RunEvent, runEventSchema } from '../../src/planning/run-event.ts'
import meeting from './__fixtures__/meeting.json' with { type: 'json' }
import solved from './__fixtures__/solved.json' with { type: 'json' }
import trip from './__fixtures__/trip.json' with { type: 'json' }
import unsatisfiable from './__fixtures__/unsatisfiable.json' with { type: 'json' }

const read = (recorded: unknown): readonly RunEvent[] => z.array(runEventSchema).parse(recorded)

/** Runs of the real pipeline with a scripted model, as they were recorded (programs cut short). */
export const recordedRuns = {
  solved: read(solved),
  unsatisfiable: read(unsatisfiable),
  trip: read(trip),
  meeting: read(meeting),
}
