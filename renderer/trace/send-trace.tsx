import { Button, Popover } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { z } from 'zod'
import type { PushOutcome } from '../../src/api/traces-contract.ts'
import { useEngine } from '../connection/engine-context.ts'
import { useRemembered } from '../frame/use-remembered.ts'
import styles from './send-trace.module.css'
import { traceStrings } from './strings.ts'

const words = traceStrings.send
const settingSchema = z.looseObject({ address: z.string().default('') })

/** Sends a run's trace to a receiver, once, when a person asks; the address is remembered as the setting `telemetry`. */
export function SendTrace({ runId }: { readonly runId: string }) {
  const { ask } = useEngine()
  const setting = useRemembered('telemetry', settingSchema, { address: '' })
  const [isOpen, setIsOpen] = useState(false)
  const sending = useMutation({
    mutationFn: (address: string) => ask((client) => client.runs.push({ runId, address })),
  })
  const addressId = useId()
  const { address } = setting.value
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={320} shadow="sm" trapFocus>
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setIsOpen(!isOpen)}>
          {words.open}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.label}>
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault()
            sending.mutate(address)
          }}
        >
          <label htmlFor={addressId}>{words.address}</label>
          <div className={styles['row']}>
            <input
              id={addressId}
              type="text"
              inputMode="url"
              value={address}
              placeholder={words.hint}
              onChange={(event) => {
                sending.reset()
                setting.set({ ...setting.value, address: event.currentTarget.value })
              }}
            />
            <Button size="xs" type="submit" disabled={sending.isPending || address.trim() === ''}>
              {sending.isPending ? words.sending : words.send}
            </Button>
          </div>
          <p className={styles['detail']}>{words.detail}</p>
        </form>
        {sending.data !== undefined && <Outcome outcome={sending.data} />}
        {sending.error !== null && <Failure message={sending.error.message} />}
      </Popover.Dropdown>
    </Popover>
  )
}

function Outcome({ outcome }: { readonly outcome: PushOutcome }) {
  switch (outcome.status) {
    case 'accepted':
      return (
        <p role="status" className={styles['accepted']}>
          <span aria-hidden="true">✓</span> {words.accepted(outcome.address)}
        </p>
      )
    case 'partly-accepted':
      return <Failure message={words.partly(outcome.address, outcome.rejectedSpans, outcome.message)} />
    default:
      return <Failure message={[outcome.message, outcome.wayOut].filter(Boolean).join(' ')} />
  }
}

function Failure({ message }: { readonly message: string }) {
  return (
    <p role="alert" className={styles['failure']}>
      <span aria-hidden="true">✕</span> {message}
    </p>
  )
}
