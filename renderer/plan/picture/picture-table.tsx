import type { PictureTableModel } from './picture-model.ts'

/** The picture in words, for those who do not see it. */
export function PictureTable({ caption, head, rows }: PictureTableModel) {
  return (
    <table className="only-heard">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join('\n')}>
            {cells.map((cell, index) => (
              <td key={head[index] ?? cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
