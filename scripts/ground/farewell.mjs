// The way out: everything that was started is stopped in reverse order, once, whatever asked for it.
import { execFileSync } from 'node:child_process'
import { isAlive } from './alive.mjs'
import { stopAll } from './run.mjs'
import { complain, say } from './say.mjs'

const steps = []
let leaving = null
let askedAt = 0

/** Registers what must be stopped before we go; the last registered is stopped first. */
export const onLeave = (name, stop) => void steps.unshift({ name, stop })

export function leave(code, remark) {
  leaving ??= (async () => {
    if (remark) say(remark)
    for (const { name, stop } of steps) {
      await stop().catch((error) => complain(`  ✗ ${name} did not stop cleanly: ${error.message}`))
    }
    await stopAll(2_000)
    process.exit(code)
  })()
  return leaving
}

export const isLeaving = () => leaving !== null

export function leaveOnSignals() {
  const asked = (signal) => {
    // npm passes on what the terminal sent to us already: only a later second request is impatience.
    if (leaving && Date.now() - askedAt > 2_000) {
      complain('Stopping at once. The database recovers at the next start.')
      process.exit(1)
    }
    askedAt ||= Date.now()
    leave(signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP' ? 0 : 1, `\nStopping (${signal}) …`)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, asked)
}

/** npm runs us below a shell that dies without a word: when either is gone, nobody holds us any more. */
export function leaveWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const shell = process.ppid
  let npm = 0
  try {
    npm = Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(shell)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    // no ps: the shell alone is watched
  }
  setInterval(() => {
    if (process.ppid !== shell || (npm > 1 && !isAlive(npm))) leave(0, '\nStopping (npm has ended) …')
  }, 500).unref()
}
