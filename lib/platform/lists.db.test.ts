import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { classList } from '@/lib/domain/academics/class'
import { listClasses } from '@/lib/domain/academics/class.server'
import { auditList } from '@/lib/domain/access/audit-event'
import { listAuditEvents } from '@/lib/domain/access/audit-event.server'
import { userList } from '@/lib/domain/access/user'
import { listUsers } from '@/lib/domain/access/user.server'
import { listAbsences, listRegisters } from '@/lib/domain/attendance/day.server'
import { absenceList, registerList } from '@/lib/domain/attendance/lists'
import { feePlanList } from '@/lib/domain/billing/fee-plan'
import { listFeePlans } from '@/lib/domain/billing/fee-plan.server'
import { invoiceList } from '@/lib/domain/billing/invoice'
import { listInvoices } from '@/lib/domain/billing/invoice-reading.server'
import { paymentList } from '@/lib/domain/billing/payment'
import { listPayments } from '@/lib/domain/billing/payment-reading.server'
import { summaryList } from '@/lib/domain/attendance/summary'
import { listSummaries } from '@/lib/domain/attendance/summary.server'
import { staffAttendanceList } from '@/lib/domain/attendance/staff-day'
import { listStaffRecords } from '@/lib/domain/attendance/staff-day.server'
import { importList, remarkList } from '@/lib/domain/interop/import-lists'
import { listImports, listRemarks } from '@/lib/domain/interop/import-reading.server'
import { furniture } from '@/lib/domain/furniture.server'
import { frameList } from '@/lib/domain/development/frame'
import { listFrames } from '@/lib/domain/development/frame.server'
import { walkthroughList } from '@/lib/domain/development/walkthrough'
import { listWalkthroughs } from '@/lib/domain/development/walkthrough-reading.server'
import { campusList } from '@/lib/domain/people/campus'
import { listCampuses } from '@/lib/domain/people/campus.server'
import { documentList } from '@/lib/domain/people/document'
import { listDocuments } from '@/lib/domain/people/document.server'
import { guardianList } from '@/lib/domain/people/guardian'
import { listGuardians } from '@/lib/domain/people/guardian.server'
import { staffList } from '@/lib/domain/people/staff'
import { listStaff } from '@/lib/domain/people/staff.server'
import { searchPeople } from '@/lib/domain/people/search.server'
import { studentList } from '@/lib/domain/people/student'
import { listStudents } from '@/lib/domain/people/student.server'
import { specialDayList } from '@/lib/domain/academics/special-day'
import { listSpecialDays } from '@/lib/domain/academics/special-day.server'
import { termList } from '@/lib/domain/academics/term'
import { listTerms } from '@/lib/domain/academics/term.server'
import { discountList } from '@/lib/domain/billing/discount'
import { listDiscounts } from '@/lib/domain/billing/discount.server'
import { bellScheduleList } from '@/lib/domain/timetable/bell-schedule'
import { listBellSchedules } from '@/lib/domain/timetable/bell-schedule.server'
import { roomList } from '@/lib/domain/timetable/room'
import { listRooms } from '@/lib/domain/timetable/room.server'
import { timetableList } from '@/lib/domain/timetable/timetable'
import { listTimetables } from '@/lib/domain/timetable/timetable.server'
import { aSchool } from '@/prisma/seed/a-school'
import type { Ctx } from './context'
import { parseList, type List, type ListQuery, type SearchParams } from './list'

type Verb = (ctx: Ctx, query: never) => Promise<unknown>
let importId: string
/** Every list there is, with the verb that its page calls. */
const lists: Record<string, [List, Verb]> = {
  ...Object.fromEntries(furniture.map(({ facts, verbs }) => [facts.name, [facts.list, verbs.list]])),
  campusList: [campusList, listCampuses], documentList: [documentList, listDocuments], classList: [classList, listClasses], registerList: [registerList, listRegisters], absenceList: [absenceList, listAbsences], staffAttendanceList: [staffAttendanceList, listStaffRecords], summaryList: [summaryList, listSummaries],
  importList: [importList, listImports], remarkList: [remarkList, (ctx, query: ListQuery<typeof remarkList>) => listRemarks(ctx, importId, query)],
  auditList: [auditList, listAuditEvents], userList: [userList, listUsers], guardianList: [guardianList, listGuardians], staffList: [staffList, listStaff], studentList: [studentList, listStudents],
  termList: [termList, listTerms], specialDayList: [specialDayList, listSpecialDays],
  timetableList: [timetableList, listTimetables], roomList: [roomList, listRooms], bellScheduleList: [bellScheduleList, listBellSchedules],
  discountList: [discountList, listDiscounts],
  walkthroughList: [walkthroughList, listWalkthroughs], frameList: [frameList, listFrames], feePlanList: [feePlanList, listFeePlans], invoiceList: [invoiceList, listInvoices], paymentList: [paymentList, listPayments],
}

let ctx: Ctx
beforeAll(async () => {
  const school = await aSchool()
  ctx = await school.as('admin')
  importId = (await ctx.db.importBatch.create({ data: { fileName: 'a.zip', fileKey: 'a' }, select: { id: true } })).id
})

test('every list is here', () => {
  const modules = import.meta.glob(['../domain/**/*.ts', '!**/*.server.ts', '!**/*.test.ts'], { eager: true }) as Record<string, Record<string, unknown>>
  const isList = (value: unknown): value is List => typeof value === 'object' && value !== null && 'sorts' in value && 'defaultSort' in value
  const listOf = (value: unknown) => (isList(value) ? value : typeof value === 'object' && value !== null && 'list' in value && isList(value.list) ? value.list : null)
  const found = Object.values(modules).flatMap((module) => Object.entries(module).map(([name, value]) => ({ name, list: listOf(value) }))).filter(({ list }) => list !== null)
  expect(found.length).toBeGreaterThan(25)
  const known = Object.values(lists).map(([list]) => list)
  expect(found.filter(({ list }) => !known.includes(list!)).map(({ name }) => name)).toEqual([])
})

const odd = fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e300, 1e10, '', '1', '12abc', 'a\0b', '\ud800', '0000-01-01T00:00:00.000Z', '0000-01-01', '+275760-09-13T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '2026-01-01T00:00:00.000Z', 'Infinity', [], {}, [1], '00000000-0000-0000-0000-000000000000', 'FFFFFFFF-0000-0000-0000-000000000000')
const cursor = fc.oneof(
  fc.array(fc.oneof({ weight: 4, arbitrary: odd }, { weight: 1, arbitrary: fc.jsonValue() }), { maxLength: 4 }).map((values) => Buffer.from(JSON.stringify(values)).toString('base64url')),
  fc.tuple(fc.array(odd, { minLength: 1, maxLength: 2 }), fc.uuid()).map(([values, id]) => Buffer.from(JSON.stringify([...values, id])).toString('base64url')),
  fc.string(), fc.constantFrom('%00', '1', '1e9', '-1', '٣'),
)
const text = fc.oneof(fc.string(), fc.constantFrom('a\0b', '\0', '%', '\\', "' OR 1=1 --", '\ud800', 'é', '1900-01-01', '2999-12-31', '0000-01-01', '0001-01-01', '-1', '1e300', 'true', '00000000-0000-0000-0000-000000000000'))

test.each(Object.entries(lists))('whatever an address says, %s shows a page', async (_, [list, verb]) => {
  const params = fc.record({
    q: text, sort: fc.oneof(fc.constantFrom(...Object.keys(list.sorts).flatMap((name) => [name, `-${name}`])), text), size: fc.constantFrom('25', '1e300', 'x'),
    after: fc.option(cursor, { nil: undefined }), before: fc.option(cursor, { nil: undefined }),
    ...Object.fromEntries(Object.keys(list.filters).map((name) => [name, fc.option(text, { nil: undefined, freq: 1 })])),
  }, { requiredKeys: [] }) as fc.Arbitrary<SearchParams>
  await fc.assert(fc.asyncProperty(params, async (asked) => {
    expect(await verb(ctx, parseList(list, asked) as never)).toMatchObject({ rows: expect.any(Array) })
  }), { numRuns: 120 })
}, 120_000)

test('whatever is searched for, the palette answers', async () => {
  await fc.assert(fc.asyncProperty(text, async (asked) => {
    expect(await searchPeople(ctx, `${asked}${asked}`)).toMatchObject({ students: expect.any(Array) })
  }), { numRuns: 60 })
})
