// Beside `npm start` it is given its database; alone (`npm run worker`) it opens it as every command does.
import { command } from './ground/command.mjs'
import { say } from './ground/say.mjs'
import { filledIn } from './ground/settings.mjs'

const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve())
})

async function work() {
  // Only now: these modules read their settings as they load.
  const { jobs } = await import('@/lib/domain/jobs.server')
  const { startWorker } = await import('@/lib/platform/jobs.server')
  const worker = await startWorker(jobs)
  await asked
  await worker.stop()
}

if (process.env.HOMEROOM_LEASH) {
  await work()
  process.exit(0)
} else {
  await command(async ({ database, settings }) => {
    const { DATABASE_URL: _, ...env } = filledIn({ urls: database, url: 'http://localhost:3000', settings })
    delete process.env.DATABASE_URL
    Object.assign(process.env, env)
    say('The worker waits for jobs. Ctrl-C stops it when the job in hand is done.')
    await work()
  })
}
