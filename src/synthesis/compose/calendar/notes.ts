import { gridValue, meetingSlots } from './opening.ts'
import { put, type Writer } from './writer.ts'

/** The meeting's particulars as "key: value" lines (or all on one line). */
export function noteOpening(writer: Writer): void {
  const { content, random, text, voice } = writer
  const slots = { ...meetingSlots(writer), ...(content.grid === null ? {} : { step: gridValue(writer, content.grid) }) }
  const groups = ['note-length', 'note-days', 'note-people']
  if (content.hours !== null) groups.push('note-hours')
  if (content.grid !== null) groups.push('note-grid')
  const separator = random.pick(['\n', '\n', '\n', '; ', ', ', ' | ', ' / '])
  const bullet = separator === '\n' ? random.pick(['', '', '- ', '* ']) : ''
  random.shuffle(groups).forEach((group, index) => {
    if (index > 0) put(writer, separator)
    text.write(bullet)
    const start = text.length
    text.phrase(group, slots)
    if (!voice.lower) text.capitalize(start)
  })
  text.write('\n')
}
