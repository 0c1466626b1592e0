import { expect, test, vi } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { getStudentYear } from '@/lib/domain/attendance/student-year.server'
import { photosOf } from '@/lib/domain/files/public.server'
import { FencedPool } from '@/lib/platform/db/pool.server'
import { toDate } from '@/lib/platform/time'
import { todayIn } from '@/lib/platform/clock.server'
import { listGuardiansOf } from './guardian-link.server'
import { studentFiles } from './people-files.server'
import { getStudent } from './student-record.server'
import { studentNotes } from './student-note.server'

/** Beside them a page of a record asks who it is for and for the face of that person. */
const ofThePage = 2

test('a student’s record asks the database at most eight times, whichever tab is open', async () => {
  const school = await aSchool()
  const ctx = await school.as('registrar')
  const id = school.studentIds[0]!
  await studentNotes.create(ctx, { studentId: id, kind: 'medical', body: 'Allergic to nuts.', urgent: true })
  const register = await school.db.attendanceSession.create({ data: { classId: school.classId, campusId: school.north.id, sessionDate: toDate(todayIn('UTC')), sessionType: 'daily', takenById: school.people.teacher.staffId, totalEnrolled: 1, state: 'submitted', submittedAt: new Date() } })
  await school.db.attendanceRecord.create({ data: { attendanceSessionId: register.id, campusId: school.north.id, sessionDate: toDate(todayIn('UTC')), studentId: id, status: 'late', minutesLate: 5 } })
  const asked = vi.spyOn(FencedPool.prototype, 'query')
  const during = async <Answer>(work: () => Promise<Answer>) => {
    const before = asked.mock.calls.length
    return { answer: await work(), count: asked.mock.calls.length - before }
  }
  const header = await during(() => Promise.all([getStudent(ctx, id), photosOf(ctx, studentFiles, [id])]))
  expect(header.answer[0].urgentNotes).toMatchObject([{ body: 'Allergic to nuts.' }])
  const guardians = await during(() => listGuardiansOf(ctx, id))
  expect(guardians.answer).toHaveLength(1)
  const year = await during(() => getStudentYear(ctx, id))
  expect(year.answer?.days).toMatchObject([{ letter: 'l', minutes: 5 }])
  for (const tab of [guardians, year]) expect(ofThePage + header.count + tab.count).toBeLessThanOrEqual(8)
  expect((await getStudent(await school.as('finance'), id)).urgentNotes).toEqual([])
})
