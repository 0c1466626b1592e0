import { expect, test } from 'vitest'
import { asOwner } from '@/prisma/seed/organization'
import { attendanceStatuses, dayStanding, standingOf, standings } from './register'

test('where a mark puts a student is one rule, here and in the database', async () => {
  const { rows } = await asOwner((owner) => owner.query<{ status: string; standing: string | null; rank: number | null }>('SELECT s::text AS status, standing_of(s) AS standing, standing_rank(standing_of(s)) AS rank FROM unnest(enum_range(NULL::enum_attendance_records_status)) s'))
  expect(Object.fromEntries(rows.map(({ status, standing }) => [status, standing]))).toEqual(standingOf)
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(attendanceStatuses))
  for (const { standing, rank } of rows) expect(rank).toBe(standing && standings.indexOf(standing as (typeof standings)[number]) + 1)
})

test('of several marks the gravest counts', () => {
  expect(dayStanding(['present', 'late', 'present'])).toBe('late')
  expect(dayStanding(['absent_excused', 'late', 'absent_unexcused'])).toBe('absent')
  expect(dayStanding(['unmarked', 'remote'])).toBe('present')
  expect(dayStanding(['not_required'])).toBeNull()
})
