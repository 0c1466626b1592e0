// Records a payment and is killed between its commit and its answer: for the test that tries it again.
import { recordPayment } from '@/lib/domain/billing/payment.server'
import { ctxOf } from '@/prisma/seed/a-school'

const [userId, organizationId, form] = process.argv.slice(2) as [string, string, string]
await recordPayment(await ctxOf(userId, organizationId), JSON.parse(form) as Parameters<typeof recordPayment>[1])
process.kill(process.pid, 'SIGKILL')
