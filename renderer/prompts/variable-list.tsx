import type { TemplateVariable } from '../../src/planning/prompt-template.ts'
import { promptStrings } from './strings.ts'
import styles from './variable-list.module.css'

const words = promptStrings.variables

interface Line {
  readonly tag: string
  readonly doc: string
  readonly isField: boolean
}

/** What the template can insert, each with what it stands for; a click writes it into the text. */
export function VariableList(props: {
  readonly variables: readonly TemplateVariable[]
  readonly onInsert: (tag: string) => void
}) {
  if (props.variables.length === 0) return <p className={styles['none']}>{words.none}</p>
  return (
    <details className={styles['variables']} open>
      <summary>{words.title}</summary>
      <table>
        <tbody>
          {props.variables.flatMap(linesOf).map(({ doc, isField, tag }) => (
            <tr key={tag}>
              <td className={isField ? styles['field'] : undefined}>
                <button
                  type="button"
                  className={styles['tag']}
                  title={words.insert(tag)}
                  onClick={() => props.onInsert(tag)}
                >
                  {tag}
                </button>
              </td>
              <td>{doc}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function linesOf({ doc, fields, name }: TemplateVariable): Line[] {
  if (fields === undefined) return [{ tag: `{{${name}}}`, doc, isField: false }]
  return [
    { tag: `{{#${name}}}{{/${name}}}`, doc, isField: false },
    ...fields.map((field) => ({ tag: `{{${field.name}}}`, doc: field.doc, isField: true })),
  ]
}
