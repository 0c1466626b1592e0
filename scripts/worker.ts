import { jobs } from '@/lib/domain/jobs.server'
import { startWorker } from '@/lib/platform/jobs.server'

const worker = await startWorker(jobs)
let stopping = false

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, async () => {
    if (stopping) return
    stopping = true
    await worker.stop()
    process.exit(0)
  })
}
