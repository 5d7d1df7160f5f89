import { Slider, TextInput } from '@mantine/core'
import { z } from 'zod'
import { useRemembered } from '../frame/use-remembered.ts'
import { ColorSchemeSwitch } from '../theme/color-scheme-switch.tsx'
import styles from './settings-screen.module.css'
import { settingsStrings as words } from './strings.ts'
import { useZoom, zooms } from './use-zoom.ts'

const telemetrySchema = z.object({ address: z.string() })

/** What a person can set; every change counts at once. */
export function SettingsScreen() {
  const zoom = useZoom()
  const telemetry = useRemembered('telemetry', telemetrySchema, { address: '' })
  const { address } = telemetry.value
  const isAddress = address === '' || /^https?:\/\/\S+$/.test(address)
  return (
    <section className={styles['screen']} aria-label={words.title}>
      <h2>{words.appearance}</h2>
      <div className={styles['line']}>
        <span>{words.theme}</span>
        <ColorSchemeSwitch />
      </div>
      <div className={styles['line']}>
        <span id="zoom-label">{words.zoom}</span>
        <Slider
          className={styles['zoom'] ?? ''}
          aria-labelledby="zoom-label"
          thumbLabel={words.zoom}
          min={zooms.least}
          max={zooms.most}
          step={zooms.step}
          label={(value) => `${value} %`}
          value={zoom.percent}
          onChange={zoom.set}
        />
      </div>
      <p className={styles['hint']}>{words.motionHint}</p>
      <h2>{words.traces}</h2>
      <TextInput
        size="xs"
        className={styles['address'] ?? ''}
        label={words.address}
        aria-describedby="address-hint"
        placeholder={words.addressPlaceholder}
        value={address}
        error={isAddress ? undefined : words.badAddress}
        onChange={(event) => telemetry.set({ address: event.currentTarget.value.trim() })}
      />
      <p id="address-hint" className={styles['hint']}>
        {words.addressHint}
      </p>
      <h2>{words.store}</h2>
      <p className={styles['hint']}>{words.storeHint}</p>
    </section>
  )
}
