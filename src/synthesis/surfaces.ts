import type { RandomSource } from '../base/random.ts'
import { numberWords, ordinal } from './number-words.ts'

/** How one person writes times of day; a problem mostly keeps to one. */
export const clockStyles = ['24h', '24h-dot', '24h-short', '12h', '12h-tight', 'bare', 'words', '24h-h'] as const
export type ClockStyle = (typeof clockStyles)[number]

/** A style, the common ones more often. */
export function pickClockStyle(random: RandomSource): ClockStyle {
  return random.pick([
    '24h',
    '24h',
    '24h',
    '24h-dot',
    '24h-short',
    '12h',
    '12h',
    '12h-tight',
    '12h-tight',
    'bare',
    'words',
    '24h-h',
  ])
}

/**
 * A time of day (minutes after midnight) as people write it. `bare` ("2", "2:30") and `words` ("half past two") leave
 * morning or afternoon to the reader: use them for times between 7:00 and 18:59 only, others fall back to 24 hours.
 */
export function clockText(minutes: number, style: ClockStyle, random: RandomSource): string {
  const hour = Math.floor(minutes / 60)
  const minute = minutes % 60
  const two = String(minute).padStart(2, '0')
  const hour12 = hour % 12 === 0 ? 12 : hour % 12
  const daytime = minutes >= 7 * 60 && minutes < 19 * 60
  const half = hour < 12 ? 'am' : 'pm'
  switch (style) {
    case '24h':
      return `${hour}:${two}`
    case '24h-dot':
      return `${hour}.${two}`
    case '24h-short':
      return minute === 0 && random.chance(0.7) ? `${hour}` : `${String(hour).padStart(2, '0')}:${two}`
    case '24h-h':
      return minute === 0 ? `${hour}h` : `${hour}h${two}`
    case '12h':
    case '12h-tight': {
      if (minutes === 720 && random.chance(0.4)) return 'noon'
      const clock = minute === 0 && random.chance(0.8) ? `${hour12}` : `${hour12}:${two}`
      const mark =
        style === '12h-tight' ? half : random.pick([` ${half}`, ` ${half}`, ` ${half[0]}.m.`, ` ${half.toUpperCase()}`])
      return `${clock}${mark}`
    }
    case 'bare':
      if (!daytime) return `${hour}:${two}`
      return minute === 0 && random.chance(0.7) ? `${hour12}` : `${hour12}:${two}`
    case 'words':
      return daytime ? clockWords(minutes, random) : `${hour}:${two}`
  }
}

function clockWords(minutes: number, random: RandomSource): string {
  const minute = minutes % 60
  const hour12 = Math.floor(minutes / 60) % 12 === 0 ? 12 : Math.floor(minutes / 60) % 12
  const name = numberWords(hour12)
  const next = numberWords(hour12 === 12 ? 1 : hour12 + 1)
  if (minutes === 720) return random.pick(['noon', 'midday', 'twelve'])
  if (minute === 0) return random.pick([name, name, `${name} o'clock`])
  if (minute === 30) return random.pick([`half past ${name}`, `half past ${name}`, `${name} thirty`, `half ${name}`])
  if (minute === 15) return random.pick([`a quarter past ${name}`, `quarter past ${name}`, `${name} fifteen`])
  if (minute === 45) return random.pick([`a quarter to ${next}`, `quarter to ${next}`, `${name} forty-five`])
  return `${hour12}:${String(minute).padStart(2, '0')}`
}

/** A length of time as people write it: "half an hour", "45 min", "1.5 hours", "an hour and a quarter". */
export function durationText(minutes: number, random: RandomSource): string {
  const hours = minutes / 60
  const forms = [`${minutes} minutes`, `${minutes} minutes`, `${minutes} min`, `${minutes} mins`, `${minutes}min`]
  if (minutes <= 120) forms.push(`${numberWords(minutes)} minutes`, `${minutes}-minute`)
  if (minutes === 15) forms.push('a quarter of an hour', 'quarter of an hour', 'a quarter hour')
  if (minutes === 30) forms.push('half an hour', 'half an hour', 'a half hour', 'half hour', 'half-hour', '0.5 hours')
  if (minutes === 45) forms.push('three quarters of an hour', 'three-quarters of an hour')
  if (minutes === 60) forms.push('an hour', 'one hour', '1 hour', '1 hr', '1h', 'one full hour', 'a full hour')
  if (minutes === 75) forms.push('an hour and a quarter', '1 hour 15 minutes', '1h15', '1 hr 15 min')
  if (minutes === 90)
    forms.push('an hour and a half', 'one and a half hours', '1.5 hours', '1h30', '1 hr 30 min', '1½ hours')
  if (minutes > 90 && minutes % 60 === 0)
    forms.push(`${numberWords(hours)} hours`, `${hours} hours`, `${hours} hrs`, `${hours}h`, `${hours} hour`)
  if (minutes > 90 && minutes % 60 === 30)
    forms.push(
      `${Math.floor(hours)}.5 hours`,
      `${numberWords(Math.floor(hours))} and a half hours`,
      `${Math.floor(hours)}h30`,
    )
  return random.pick(forms)
}

/** A number of days: "5 days", "five days", "a week". */
export function dayCountText(days: number, random: RandomSource): string {
  const unit = days === 1 ? 'day' : 'days'
  const forms = [`${days} ${unit}`, `${days} ${unit}`, `${days} ${unit}`, `${numberWords(days)} ${unit}`, `${days}-day`]
  if (days === 7) forms.push('a week', 'one week', '1 week')
  if (days === 14) forms.push('two weeks', 'a fortnight', '2 weeks')
  if (days === 21) forms.push('three weeks', '3 weeks')
  return random.pick(forms)
}

/** The n-th day of a trip where the word "day" stands before it or needn't: "5", "5th", "five". */
export function dayNumberText(day: number, style: 'digits' | 'ordinal' | 'words'): string {
  if (style === 'digits') return String(day)
  return style === 'ordinal' ? ordinal(day) : numberWords(day)
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export type DayStyle = 'full' | 'short' | 'two' | 'lower'

/** A day's name: "Monday", "Mon", "mon". */
export function dayText(day: string, style: DayStyle): string {
  if (!weekdays.includes(day)) return day
  if (style === 'full') return day
  if (style === 'lower') return day.toLowerCase()
  if (style === 'two') return day.slice(0, 2)
  return day === 'Tuesday' ? 'Tue' : day === 'Thursday' ? 'Thu' : day.slice(0, 3)
}
