/** What the settings say. */
export const settingsStrings = {
  title: 'Settings',
  appearance: 'Appearance',
  theme: 'Colours',
  zoom: 'Size of everything',
  zoomHint: 'Also with Ctrl + and Ctrl −.',
  motion: 'Motion',
  motionHint: 'Follows the system: where less motion is asked for, nothing moves.',
  traces: 'Traces',
  address: 'Send traces to',
  addressPlaceholder: 'http://localhost:6006/v1/traces',
  addressHint:
    'An OTLP/HTTP address (Phoenix, MLflow, Langfuse, a collector). Nothing is sent until you say so at a run. Keys come from the environment (PLANWRIGHT_OTLP_HEADERS) and are never stored.',
  badAddress: 'An address begins with http:// or https://.',
  store: 'What is kept',
  storeHint:
    'Runs, prompts and settings are kept in one file, on this machine. In the terminal: planwright store check, backup, restore.',
  notices: 'Notices',
} as const
