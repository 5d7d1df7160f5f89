import { isMac, showKey } from './key-press.ts'
import styles from './navigation.module.css'
import { writeRoute } from './route.ts'
import type { Screen } from './screen.ts'
import { frameStrings as words } from './strings.ts'

/** The rail on the left: one sign and one word a screen. */
export function Navigation({ screens, current }: { readonly screens: readonly Screen[]; readonly current: string }) {
  return (
    <nav aria-label={words.navigation} className={styles['rail']}>
      {screens.map(({ id, sign: Sign, title }, index) =>
        Sign === undefined ? null : (
          <a
            key={id}
            className={styles['link']}
            href={writeRoute({ screen: id, path: [] })}
            aria-current={id === current ? 'page' : undefined}
            title={`${title} (${showKey(`mod+${index + 1}`, isMac)})`}
          >
            <Sign size={18} stroke={1.6} aria-hidden />
            <span>{title}</span>
          </a>
        ),
      )}
    </nav>
  )
}
