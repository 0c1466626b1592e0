import { isValidElement } from 'react'
import { createFormatter, createTranslator } from 'next-intl'
import { beforeAll, expect, test, vi } from 'vitest'
import * as exportCampuses from '@/app/api/exports/campuses/route'
import * as exportPlaces from '@/app/api/exports/class-places/route'
import * as exportTaught from '@/app/api/exports/class-subjects/route'
import * as exportClasses from '@/app/api/exports/classes/route'
import * as exportDocuments from '@/app/api/exports/documents/route'
import * as exportGuardians from '@/app/api/exports/guardians/route'
import * as exportSetup from '@/app/api/exports/setup/[catalog]/route'
import * as exportSpecialDays from '@/app/api/exports/special-days/route'
import * as exportStaff from '@/app/api/exports/staff/route'
import * as exportStudents from '@/app/api/exports/students/route'
import * as exportTerms from '@/app/api/exports/terms/route'
import { defaultRoles, roleKeys } from '@/lib/domain/access/role'
import type { Ctx, Needs } from '@/lib/platform/context.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { Result } from '@/lib/platform/errors'
import type { Permission } from '@/lib/platform/permissions'
import type { Delegate, RecordBase } from '@/lib/platform/record.server'
import { aSchool } from '@/prisma/seed/a-school'
import * as chasing from './attendance/chasing/page'
import * as desk from './attendance/desk/page'
import * as campusDoors from './campuses/actions'
import * as campusEdit from './campuses/[id]/edit/page'
import * as campusNew from './campuses/new/page'
import * as campusList from './campuses/page'
import * as classDoors from './classes/actions'
import * as classEdit from './classes/[id]/edit/page'
import * as places from './classes/[id]/page'
import * as taught from './classes/[id]/subjects/page'
import * as classNew from './classes/new/page'
import * as classList from './classes/page'
import * as documentDoors from './documents/actions'
import * as documentEdit from './documents/[id]/edit/page'
import * as documentNew from './documents/new/page'
import * as documentList from './documents/page'
import * as guardianDoors from './guardians/actions'
import * as guardianEdit from './guardians/[id]/edit/page'
import * as guardianNew from './guardians/new/page'
import * as guardianList from './guardians/page'
import { entries } from './setup/[catalog]/entries'
import * as entryEdit from './setup/[catalog]/[id]/page'
import * as entryNew from './setup/[catalog]/new/page'
import * as entryList from './setup/[catalog]/page'
import * as dayDoors from './setup/special-days/actions'
import * as dayEdit from './setup/special-days/[id]/page'
import * as dayNew from './setup/special-days/new/page'
import * as dayList from './setup/special-days/page'
import * as termDoors from './setup/terms/actions'
import * as termEdit from './setup/terms/[id]/page'
import * as termNew from './setup/terms/new/page'
import * as termList from './setup/terms/page'
import * as staffDoors from './staff/actions'
import * as staffEdit from './staff/[id]/edit/page'
import * as staffNew from './staff/new/page'
import * as staffList from './staff/page'
import * as studentDoors from './students/actions'
import * as studentEdit from './students/[id]/edit/page'
import * as studentNew from './students/new/page'
import * as studentList from './students/page'
import { restoreAction } from './trash/actions'
import { trashKinds } from './trash/kinds.server'

const request = vi.hoisted(() => ({ ctx: null as Ctx | null }))
vi.mock('@/lib/platform/context.server', () => {
  const meets = (ctx: Ctx, needs: Needs) => needs === 'SIGNED_IN' || ctx.can(needs)
  const requirePage = async (...needs: Needs[]) => {
    if (!needs.every((one) => meets(request.ctx!, one))) throw new Error('403')
    return request.ctx
  }
  const getCtx = async () => request.ctx
  return { getCtx, getRouteCtx: getCtx, meets, requirePage }
})
vi.mock('next/headers', () => ({ headers: async () => new Headers({ 'sec-fetch-site': 'same-origin' }) }))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))
vi.mock('next/navigation', async (actual) => ({ ...(await actual<object>()), notFound: () => { throw new Error('404') } }))
const words = import.meta.glob('../../messages/en/*.json', { eager: true, import: 'default' })
const messages = Object.fromEntries(Object.entries(words).map(([path, of]) => [path.slice(path.lastIndexOf('/') + 1, -5), of]))
vi.mock('next-intl/server', () => ({
  getTranslations: async (namespace?: string) => createTranslator<Record<string, never>>({ locale: 'en', messages: messages as Record<string, never>, namespace: namespace as never }),
  getFormatter: async () => createFormatter({ locale: 'en' }),
}))

type Values = Record<string, unknown>
type Saved = Promise<Result<{ id: string }>>
type School = Awaited<ReturnType<typeof aSchool>>
type Asked = { params: Promise<Record<string, string>>; searchParams?: Promise<Record<string, string | string[] | undefined>> }
/** What a page or a door is; each parses what it gets, so one type serves them all. */
type Screen = { default(asked: Asked): Promise<unknown> }
type Doors = { create(values: Values): Saved; update(values: Values): Saved; remove(values: Values): Saved; restore(values: Values): Saved }

const deeds = ['list', 'create', 'edit', 'remove', 'restore', 'export'] as const
type May<Of> = Record<(typeof deeds)[number], Of>
const usual = (noun: string) => ({ list: `READ_${noun}`, create: `CREATE_${noun}`, edit: `UPDATE_${noun}`, remove: `DELETE_${noun}`, restore: `DELETE_${noun}`, export: `READ_${noun}` }) as May<Permission>

type Table = {
  needs: May<Permission>
  rows: (db: TenantDb) => Pick<Delegate<RecordBase>, 'findFirst'>
  list: Screen
  /** The pages of its forms; a short form stands on its list. */
  forms?: { create: Screen; edit: Screen }
  doors: Doors
  exports: { GET(request: Request, context: { params: Promise<Record<string, string>> }): Promise<Response> }
  at?: (school: School) => Record<string, string>
  first: (school: School, text: string) => Values | Promise<Values>
  edited?: (school: School) => Values | Promise<Values>
}

const fromTrash = (entity: string) => ({ id }: Values) => restoreAction({ entity, id: String(id) })
const someone = async ({ db, north, mark }: School, text: string) => (await db.student.create({ data: { studentNumber: text, firstName: 'Ida', lastName: mark, campusId: north.id, status: 'active' }, select: { id: true } })).id
const setup = (name: string, noun: string, rows: Table['rows'], first: Table['first']): Table => {
  const entry = entries.get(name)!
  return { needs: usual(noun), rows, list: entryList, forms: { create: entryNew, edit: entryEdit }, doors: { ...entry, restore: fromTrash(entry.facts.noun.toLowerCase()) }, exports: exportSetup, at: () => ({ catalog: name }), first }
}

/** Every table that a school lives in, with its screens and doors. */
const tables: Record<string, Table> = {
  campuses: {
    needs: usual('CAMPUSES'), rows: (db) => db.campus, list: campusList, forms: { create: campusNew, edit: campusEdit }, exports: exportCampuses,
    doors: { create: campusDoors.createCampusAction, update: campusDoors.updateCampusAction, remove: campusDoors.removeCampusAction, restore: fromTrash('campuses') },
    first: (_, text) => ({ name: text, code: text, timeZone: 'UTC', isOnline: false, active: true, address: '', phone: '', email: '', description: '', mascot: '', color: '', textColor: '', borderColor: '', bgLight: '', bgGradient: '' }),
  },
  students: {
    needs: usual('STUDENTS'), rows: (db) => db.student, list: studentList, forms: { create: studentNew, edit: studentEdit }, exports: exportStudents,
    doors: { create: studentDoors.admitStudentAction, update: studentDoors.updateStudentAction, remove: studentDoors.removeStudentAction, restore: fromTrash('students') },
    first: ({ north }, text) => ({ firstName: 'Ida', lastName: text, preferredName: '', dateOfBirth: '', gender: '', email: '', phone: '', address: '', campusId: north.id, on: '2026-01-15', classId: '', guardians: [] }),
  },
  guardians: {
    needs: usual('GUARDIANS'), rows: (db) => db.guardian, list: guardianList, forms: { create: guardianNew, edit: guardianEdit }, exports: exportGuardians,
    doors: { create: guardianDoors.createGuardianAction, update: guardianDoors.updateGuardianAction, remove: guardianDoors.removeGuardianAction, restore: fromTrash('guardians') },
    first: ({ studentIds }, text) => ({ fullName: text, relationship: 'aunt', studentId: studentIds[0], phone: '', email: '', address: '', primaryContact: false }),
  },
  staff: {
    needs: usual('STAFF'), rows: (db) => db.staff, list: staffList, forms: { create: staffNew, edit: staffEdit }, exports: exportStaff,
    doors: { create: staffDoors.createStaffAction, update: staffDoors.updateStaffAction, remove: staffDoors.removeStaffAction, restore: fromTrash('staff') },
    first: ({ north }, text) => ({ firstName: 'Tia', lastName: text, employeeNumber: text, staffType: 'teacher', jobTitle: '', campusId: north.id, hireDate: '', email: '', phone: '', weeklyLessons: '', status: 'active' }),
  },
  classes: {
    needs: usual('CLASSES'), rows: (db) => db.class, list: classList, forms: { create: classNew, edit: classEdit }, exports: exportClasses,
    doors: { create: classDoors.createClassAction, update: classDoors.updateClassAction, remove: classDoors.removeClassAction, restore: fromTrash('classes') },
    first: ({ north, yearId, gradeId }, text) => ({ name: text, section: '', gradeId, homeroomTeacherId: '', room: '', capacity: '', classType: 'homeroom', status: 'active', campusId: north.id, academicYearId: yearId }),
  },
  class_subjects: {
    needs: { ...usual('CLASSES'), create: 'UPDATE_CLASSES', remove: 'UPDATE_CLASSES', restore: 'UPDATE_CLASSES' }, rows: (db) => db.classSubject, list: taught, exports: exportTaught,
    doors: { create: classDoors.addSubjectAction, update: classDoors.updateSubjectAction, remove: classDoors.removeSubjectAction, restore: classDoors.restoreSubjectAction },
    at: ({ classId }) => ({ id: classId, class: classId }),
    first: async ({ db, classId }, text) => ({ classId, subjectId: (await db.subject.create({ data: { name: text, code: text }, select: { id: true } })).id, teacherId: '', lessonsPerWeek: '', status: 'active' }),
  },
  class_enrollments: {
    needs: usual('ENROLLMENTS'), rows: (db) => db.classEnrollment, list: places, exports: exportPlaces,
    doors: { create: classDoors.enrolStudentAction, update: classDoors.moveStudentAction, remove: classDoors.endEnrollmentAction, restore: classDoors.resumeEnrollmentAction },
    at: ({ classId }) => ({ id: classId, class: classId }),
    first: async (school, text) => ({ studentId: await someone(school, text), classId: school.classId, on: '2026-01-15', waits: false }),
    edited: async ({ db, north, yearId, gradeId }) => ({ classId: (await db.class.create({ data: { name: crypto.randomUUID(), campusId: north.id, academicYearId: yearId, gradeId }, select: { id: true } })).id }),
  },
  academic_years: setup('academic-years', 'ACADEMIC_YEARS', (db) => db.academicYear, (_, text) => ({ name: text, startDate: '2031-08-01', endDate: '2032-06-30' })),
  terms: {
    needs: usual('ACADEMIC_YEARS'), rows: (db) => db.term, list: termList, forms: { create: termNew, edit: termEdit }, exports: exportTerms,
    doors: { create: termDoors.createTermAction, update: termDoors.updateTermAction, remove: termDoors.removeTermAction, restore: fromTrash('terms') },
    first: ({ yearId }, text) => ({ name: text, termType: 'term', academicYearId: yearId, startDate: '2026-01-01', endDate: '2026-06-01' }),
  },
  special_days: {
    needs: usual('ACADEMIC_YEARS'), rows: (db) => db.specialDay, list: dayList, forms: { create: dayNew, edit: dayEdit }, exports: exportSpecialDays,
    doors: { create: dayDoors.createSpecialDayAction, update: dayDoors.updateSpecialDayAction, remove: dayDoors.removeSpecialDayAction, restore: fromTrash('special_days') },
    first: ({ north }, text) => ({ title: text, date: `2026-05-${10 + (count % 20)}`, kind: 'holiday', campusId: north.id }),
  },
  grades: setup('grades', 'GRADES', (db) => db.grade, (_, text) => ({ name: text, code: text, sortOrder: '7' })),
  subjects: setup('subjects', 'SUBJECTS', (db) => db.subject, (_, text) => ({ name: text, code: text, description: '' })),
  attendance_reasons: setup('attendance-reasons', 'ATTENDANCE_REASONS', (db) => db.attendanceReasonEntry, (_, text) => ({ name: text, excused: true, sortOrder: '7' })),
  documents: {
    needs: usual('DOCUMENTS'), rows: (db) => db.document, list: documentList, forms: { create: documentNew, edit: documentEdit }, exports: exportDocuments,
    doors: { create: documentDoors.createDocumentAction, update: documentDoors.updateDocumentAction, remove: documentDoors.removeDocumentAction, restore: fromTrash('documents') },
    first: ({ studentIds }, text) => ({ name: text, category: 'identity', expiresOn: '', notes: '', entityType: 'student', studentId: studentIds[0], staffId: '', campusId: '' }),
  },
}

let school: School
const roles: [string, Ctx][] = []
beforeAll(async () => {
  school = await aSchool()
  const who = { organization_administrator: 'admin', campus_director: 'director', registrar: 'registrar', finance: 'finance', teacher: 'teacher', assistant: 'assistant' } as const
  for (const role of roleKeys) roles.push([role, await school.as(who[role])])
})

/** True for yes, false for no; anything else is told as it is. */
const answerOf = (result: Result<unknown>) => (result.ok ? true : result.code === 'forbidden' ? false : JSON.stringify(result))
const opened = (screen: Screen, at: Record<string, string>) =>
  screen.default({ params: Promise.resolve(at), searchParams: Promise.resolve({}) }).then((shown) => ({ answer: true as const, shown }), (error: Error) => ({ answer: error.message === '403' ? (false as const) : error.message, shown: null }))

/** What a screen offers of the deeds on its rows, as it tells its table. */
function offered(shown: unknown): Partial<Record<'edit' | 'remove', boolean>> {
  if (Array.isArray(shown)) return Object.assign({}, ...shown.map(offered))
  if (!isValidElement<{ may?: object; children?: unknown; deed?: unknown }>(shown)) return {}
  return { ...offered(shown.props.children), ...shown.props.may }
}

let count = 0
const admin = () => roles[0]![1]
const asAdmin = async (deed: () => Saved) => {
  request.ctx = admin()
  const result = await deed()
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.data.id
}

test.each(Object.entries(tables))('%s: who may list, create, edit, remove, restore and export them is who has the permission', async (entity, { needs, rows, list, forms, doors, exports, at, first, edited }) => {
  const seen = async (id: string) => (await rows(school.db).findFirst({ where: { id } }))!.updatedAt.toISOString()
  const answers: Record<string, object> = {}
  const expected: Record<string, object> = {}
  for (const [role, ctx] of roles) {
    const text = `${entity.slice(0, 8)}-${++count}`
    const values = await first(school, text)
    const here = at?.(school) ?? {}
    request.ctx = ctx
    const made = await doors.create(values)
    let id = made.ok ? made.data.id : await asAdmin(() => doors.create(values))
    const change = { ...values, ...(await edited?.(school)), id, seen: await seen(id), on: '2026-02-02' }
    request.ctx = ctx
    const shown = await opened(list, here)
    const written = await exports.GET(new Request(`http://school.example/?${new URLSearchParams({ q: '', ...here })}`), { params: Promise.resolve(here) })
    if (written.ok && ctx.role.reach === 'organization') expect(await written.text(), `the export of ${role}`).toContain(text)
    const pages = forms && { create: (await opened(forms.create, here)).answer, edit: (await opened(forms.edit, { ...here, id })).answer }
    const changed = await doors.update(change)
    id = changed.ok ? changed.data.id : id
    const going = { id, seen: await seen(id), on: '2026-03-03' }
    const removed = await doors.remove(going)
    if (!removed.ok) await asAdmin(() => doors.remove(going))
    request.ctx = ctx
    const back = await doors.restore({ id })
    answers[role] = { list: shown.answer, create: answerOf(made), edit: answerOf(changed), remove: answerOf(removed), restore: answerOf(back), export: written.status === 200 ? true : written.status === 403 ? false : written.status, pages, offers: offered(shown.shown) }
    const may = Object.fromEntries(deeds.map((deed) => [deed, defaultRoles[role as keyof typeof defaultRoles].permissions.includes(needs[deed])])) as May<boolean>
    // A list of records offers them in the menu of each row; the others have a page, or a dialog, that asks by itself.
    const offers = shown.answer && forms && list !== entryList ? { edit: may.edit, remove: may.remove } : {}
    expected[role] = { ...may, pages: forms && { create: may.create, edit: may.edit }, offers }
    if (back.ok) expect(await rows(school.db).findFirst({ where: { id } })).not.toBeNull()
  }
  expect(answers).toEqual(expected)
})

test('what the trash holds is here, beside the rooms that have their own', () => {
  expect(Object.keys(trashKinds).filter((kind) => !(kind in tables)).sort()).toEqual(['bell_schedules', 'fee_plans', 'rooms', 'timetables'])
})

test('who may correct attendance and not read it is shown neither the desk nor whom to call', async () => {
  const registrar = await school.as('registrar')
  request.ctx = { ...registrar, can: (permission) => permission !== 'READ_ATTENDANCE' && registrar.can(permission) }
  for (const screen of [desk, chasing]) expect((await opened(screen, {})).answer).toBe(false)
  request.ctx = registrar
  for (const screen of [desk, chasing]) expect((await opened(screen, {})).answer).toBe(true)
})
