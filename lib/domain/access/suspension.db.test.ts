import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { contextOfPerson, recordOfSession } from '@/lib/platform/context-record.server'
import { defineJob, enqueue, resumeWork, startWorker, type Routine } from '@/lib/platform/jobs.server'
import { tenantOf } from '@/lib/platform/db/sql.server'
import { aSchool, testPassword } from '@/prisma/seed/a-school'
import { makeFeed, openFeed } from './calendar-feed.server'
import { openLink } from './credential.server'
import { forgotErrand, mailErrand } from './mail-delivery.server'
import { tokenOfMail } from './mail-words.server'
import { signIn, signInByProvider, type SignedIn } from './sign-in.server'

const caller = { userAgent: 'test', ipAddress: null, device: undefined }

test('suspended, an organization’s sessions, feeds, links, jobs and mail stop at once; reopened, they are as they were', async () => {
  const [school, other] = [await aSchool(), await aSchool()]
  const { email, userId } = school.people.teacher
  const teacher = await school.as('teacher')
  const { familyId } = (await signIn({ email, password: testPassword }, caller)) as SignedIn
  const { token: feed } = await makeFeed(teacher)
  const { id: mailId } = await school.db.mail.create({ data: { template: 'reset', recipient: email, userId }, select: { id: true } })
  await mailErrand.errand({ mailId })
  const seen = async () => ({
    session: (await recordOfSession(familyId)) !== null,
    feed: (await openFeed(feed)) !== null,
    link: (await openLink(tokenOfMail(mailId), 'reset_password')) !== null,
    work: (await contextOfPerson(userId, school.organizationId, 'en')) !== null,
    provider: 'userId' in (await signInByProvider(email, caller)),
  })
  const suspend = (suspendedAt: Date | null) => school.db.organization.update({ where: { id: school.organizationId }, data: { suspendedAt }, select: { id: true } })
  const open = { session: true, feed: true, link: true, work: true, provider: true }
  expect(await seen()).toEqual(open)
  await suspend(new Date())
  expect(await seen()).toEqual({ session: false, feed: false, link: false, work: false, provider: false })
  expect(await signIn({ email, password: testPassword }, caller)).toEqual({ refused: 'suspended' })
  const mails = await school.db.mail.count()
  await forgotErrand.errand({ email })
  expect(await school.db.mail.count()).toBe(mails)

  const done: string[] = []
  const job = defineJob({ kind: 'test.suspended', payload: z.object({ of: z.string() }), run: async (_, { of }) => void done.push(of) })
  const routine: Routine = { kind: 'test.routine-of-suspended', each: async (db) => void done.push(tenantOf(db).organizationId) }
  await enqueue(teacher, job, { of: 'suspended' })
  await enqueue(await other.as('teacher'), job, { of: 'open' })
  const worker = await startWorker([job, routine])
  await vi.waitUntil(() => done.includes('open') && done.includes(other.organizationId), { timeout: 60_000 })
  await worker.stop()
  expect(done).not.toContain('suspended')
  expect(done).not.toContain(school.organizationId)
  await suspend(null)
  expect(await seen()).toEqual(open)
  // What a person left goes on, once.
  await school.db.$transaction(resumeWork)
  const again = await startWorker([job])
  await vi.waitUntil(() => done.includes('suspended'), { timeout: 60_000 })
  await again.stop()
  expect(done.filter((of) => of === 'suspended')).toHaveLength(1)
}, 120_000)
