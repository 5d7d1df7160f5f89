import { openProcessChannel } from '../node-process-channel.ts'

/** Sends back what it gets; `exit` ends it. */
const channel = openProcessChannel()
channel.onMessage((message) => {
  if (message === 'exit') process.exit(3)
  channel.send(message)
})
