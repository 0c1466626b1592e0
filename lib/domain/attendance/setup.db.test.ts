import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { listHistory } from '@/lib/platform/history.server'
import { parseList } from '@/lib/platform/list'
import { daysAfter } from '@/lib/platform/time'
import { aSchool } from '@/prisma/seed/a-school'
import { noSchool } from './school-day'
import { readCalendar } from './school-day.server'
import { academicYears } from '../academics/academic-year.server'
import { getSetup, makeYearCurrent } from '../academics/setup.server'
import { specialDayInput, specialDayList } from '../academics/special-day'
import { listSpecialDays, specialDays } from '../academics/special-day.server'
import { termInput, termList } from '../academics/term'
import { listTerms, terms } from '../academics/term.server'

let school: Awaited<ReturnType<typeof aSchool>>
let admin: Ctx
let director: Ctx
let stranger: Ctx
beforeAll(async () => {
  school = await aSchool()
  ;[admin, director] = [await school.as('admin'), await school.as('director')]
  stranger = await (await aSchool()).as('admin')
})

const yearOf = async () => {
  const year = await school.db.academicYear.findFirstOrThrow({ where: { id: school.yearId } })
  return { id: year.id, first: year.startDate.toISOString().slice(0, 10), last: year.endDate.toISOString().slice(0, 10) }
}

test('a term is created, changed, removed and restored, and never leaves its year', async () => {
  const { id: academicYearId, first, last } = await yearOf()
  const { id } = await terms.create(admin, termInput.parse({ name: 'Autumn', termType: 'term', academicYearId, startDate: first, endDate: last }))
  expect((await listTerms(admin, parseList(termList, { q: 'autu' }))).rows).toMatchObject([{ name: 'Autumn', startDate: first, endDate: last }])
  expect((await listTerms(admin, parseList(termList, { q: '%' }))).rows).toEqual([])
  expect((await listTerms(stranger, parseList(termList, {}))).rows).toEqual([])
  const beyond = termInput.parse({ name: 'Autumn', termType: 'term', academicYearId, startDate: first, endDate: `${Number(last.slice(0, 4)) + 1}-12-31` })
  const { seen } = await terms.get(admin, id)
  const { values, seen: seenYear } = await academicYears.get(admin, academicYearId)
  await expect(academicYears.update(admin, { id: academicYearId, seen: seenYear, name: String(values.name), startDate: first, endDate: daysAfter(last, -1) })).rejects.toMatchObject({ code: 'conflict', message: 'setup.refusals.termOutside', params: { term: 'Autumn', last } })
  await expect(terms.update(admin, { ...beyond, id, seen })).rejects.toMatchObject({ code: 'invalid', message: 'setup.terms.outsideYear' })
  await expect(terms.create(stranger, termInput.parse({ name: 'x', termType: 'term', academicYearId, startDate: first, endDate: last }))).rejects.toMatchObject({ code: 'not-found' })
  await terms.update(admin, { ...termInput.parse({ name: 'Fall', termType: 'semester', academicYearId, startDate: first, endDate: last }), id, seen })
  await expect(terms.update(admin, { ...termInput.parse({ name: 'Late', termType: 'term', academicYearId, startDate: first, endDate: last }), id, seen })).rejects.toMatchObject({ code: 'conflict' })
  await terms.remove(admin, { id, seen: (await terms.get(admin, id)).seen })
  await terms.restore(admin, { id })
  expect((await listHistory(admin, 'terms', id)).map(({ deed }) => deed)).toEqual(['restore-term', 'remove-term', 'update-term', 'create-term'])
  expect(termInput.safeParse({ name: 'x', termType: 'term', academicYearId, startDate: last, endDate: first }).error?.issues).toMatchObject([{ path: ['endDate'] }])
})

test('a holiday of a campus closes that campus, one of everybody all of them, and the same day is there once', async () => {
  const { first } = await yearOf()
  const at = (campusId: string) => ({ title: 'Founding day', date: first, kind: 'holiday', campusId })
  await specialDays.create(admin, specialDayInput.parse(at(school.south.id)))
  const closed = async () => {
    const calendar = await readCalendar(admin, [school.north.id, school.south.id], { from: first, to: first })
    return [school.north.id, school.south.id].map((id) => noSchool(calendar, id, first)?.because === 'special')
  }
  expect(await closed()).toEqual([false, true])
  const twice = await Promise.allSettled([1, 2].map(() => specialDays.create(admin, specialDayInput.parse(at('')))))
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await closed()).toEqual([true, true])
  // A director reads what is everybody's or the own campus's.
  expect((await listSpecialDays(director, parseList(specialDayList, {}))).rows.map(({ campusName }) => campusName)).toEqual([null])
  expect((await listSpecialDays(stranger, parseList(specialDayList, {}))).rows).toEqual([])
})

test('one year is the current one, also when two people choose at once', async () => {
  const next = await school.db.academicYear.create({ data: { name: 'Next', startDate: new Date('2031-08-01'), endDate: new Date('2032-06-30') } })
  await expect(makeYearCurrent(stranger, { id: next.id })).rejects.toMatchObject({ code: 'not-found' })
  await Promise.allSettled([makeYearCurrent(admin, { id: next.id }), makeYearCurrent(admin, { id: school.yearId }), makeYearCurrent(admin, { id: next.id })])
  expect((await getSetup(admin)).years.filter(({ current }) => current)).toHaveLength(1)
  await makeYearCurrent(admin, { id: school.yearId })
  expect((await getSetup(admin)).years.find(({ current }) => current)?.id).toBe(school.yearId)
})
