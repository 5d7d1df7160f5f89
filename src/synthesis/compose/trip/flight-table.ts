import type { TripLink } from './content.ts'
import { oneWays } from './links.ts'
import { type Column, keep, type RowPoints, writeTable } from './table.ts'
import type { TripWriter } from './writer.ts'

/** From and to; both ways where a column or the header says so. */
export function flightTable(writer: TripWriter, links: readonly TripLink[]): void {
  const isTwoWay = links.every((link) => link.isTwoWay)
  const { random } = writer
  if (isTwoWay && random.chance(0.6)) {
    writeTable(writer, [startColumn(writer, 'cell-a'), endColumn(writer, 'cell-b', 'flight')], links)
  } else if (random.chance(0.5)) {
    const columns = [startColumn(writer, 'cell-from'), endColumn(writer, 'cell-to', 'flight_oneway')]
    writeTable(writer, columns, oneWays(links))
  } else {
    const to: Column<TripLink> = {
      header: 'cell-to',
      cell: ({ b }, points) => keep(writer, points, { b: writer.city(b) }),
    }
    writeTable(writer, [startColumn(writer, 'cell-from'), to, returnColumn(writer)], links)
  }
}

const startColumn = (writer: TripWriter, header: string): Column<TripLink> => ({
  header,
  cell: ({ a }, points) => keep(writer, points, { a: writer.city(a) }),
})

/** The other city, with which the row's fact is complete. */
const endColumn = (writer: TripWriter, header: string, predicate: string): Column<TripLink> => ({
  header,
  cell: ({ b }, points) => {
    keep(writer, points, { b: writer.city(b) })
    state(writer, points, predicate)
  },
})

/** Whether the flight goes back as well, with which the row's fact is complete. */
function returnColumn(writer: TripWriter): Column<TripLink> {
  const yes = writer.words('cell-yes')
  const no = writer.words('cell-no')
  return {
    header: 'cell-return',
    cell: ({ isTwoWay }, points) => {
      writer.write(isTwoWay ? yes : no)
      state(writer, points, isTwoWay ? 'flight' : 'flight_oneway')
    },
  }
}

const state = (writer: TripWriter, points: RowPoints, predicate: string) =>
  writer.seriesOf('', [{ predicate, args: ['a', 'b'] }])(points)
