// A database of our own that is killed (out of memory, by mistake) comes back; one that keeps falling ends the start in one word.
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './alive.mjs'
import { complain, say } from './say.mjs'

const most = 5
const within = 10 * 60_000

/** Starts `cluster` again each time its process is gone; `onEnd(remark)` after too many times. Returns what ends the watch. */
export function watch(cluster, onEnd, { every = 500 } = {}) {
  let isWatching = true
  const falls = []
  const round = async () => {
    while (isWatching) {
      await sleep(every, undefined, { ref: false })
      if (!isWatching || isAlive(cluster.pid)) continue
      falls.push(Date.now())
      if (falls.filter((at) => at > Date.now() - within).length > most) return onEnd('The database fell six times in ten minutes. What it said stands in postgres.log of the data folder.')
      complain('  ✗ The database ended unasked; starting it again.')
      await again(cluster)
    }
  }
  void round()
  return () => void (isWatching = false)
}

/** The processes of the one that was killed may hold its memory for a moment. */
async function again(cluster) {
  try {
    await cluster.restart()
    say('  ✓ The database is back; what was saved is there.')
  } catch (error) {
    complain(`  ✗ ${error.message}`)
    await sleep(2_000)
  }
}
