// Loaded into every process we start: when the process at the other end of the leash is gone,
// however it died, this one goes too. So a kill -9 leaves no server on the port and no half
// finished install or build that a second start would run into.
import { isMainThread } from 'node:worker_threads'
import { isAlive } from './alive.mjs'

const holder = Number(process.env.HOMEROOM_LEASH)
const parent = process.ppid

if (isMainThread && holder) {
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(holder)) process.kill(process.pid, 'SIGKILL')
  }, 250).unref()
}
