import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { attendanceRooms } from '@/app/(school)/attendance/rooms'
import { searchClasses } from '@/lib/domain/academics/search.server'
import { searchKey, searchWords } from '@/lib/domain/people/name'
import { searchBilling, type FoundPaper } from '@/lib/domain/billing/search.server'
import { findGuardianChoices } from '@/lib/domain/people/people-choice.server'
import { searchPeople, type Found } from '@/lib/domain/people/search.server'
import { searchTimetables } from '@/lib/domain/timetable/search.server'
import { searchText } from '@/lib/platform/input'
import type { Permission } from '@/lib/platform/permissions'
import { defineRoute } from '@/lib/platform/route.server'

const hrefTo = (room: string) => ({ id, recordId, ...found }: Found) => ({ ...found, id: `${room} ${id}`, href: `/${room}/${recordId}` })

const paperTo = (room: string) => ({ id, ...found }: FoundPaper) => ({ ...found, id: `${room} ${id}`, href: `/${room}/${id}` })

/** What can be begun from anywhere, by whoever may. */
const deeds: readonly { href: string; needs: Permission; key: string }[] = [
  { href: '/students/new', needs: 'CREATE_STUDENTS', key: 'students.new' },
  { href: '/guardians/new', needs: 'CREATE_GUARDIANS', key: 'guardians.new' },
  { href: '/staff/new', needs: 'CREATE_STAFF', key: 'staff.new' },
  { href: '/classes/new', needs: 'CREATE_CLASSES', key: 'classes.new' },
  { href: '/timetables/new', needs: 'CREATE_TIMETABLES', key: 'timetables.new' },
  { href: '/setup/rooms/new', needs: 'CREATE_TIMETABLES', key: 'timetables.rooms.new' },
  { href: '/campuses/new', needs: 'CREATE_CAMPUSES', key: 'campuses.new' },
  { href: '/payments/new', needs: 'RECORD_PAYMENTS', key: 'payments.new' },
  { href: '/invoices/new', needs: 'CREATE_INVOICES', key: 'invoices.new' },
  { href: '/fee-plans/new', needs: 'CREATE_FEE_PLANS', key: 'feePlans.new' },
]

/** Pages inside a room of the sidebar, by their own name or that of the room. */
const inside: readonly { room: string; href: string; needs: readonly Permission[]; key: string }[] = [
  ...attendanceRooms.slice(1).map(({ key, ...page }) => ({ ...page, room: 'navigation.attendance', key: `attendance.rooms.${key}` })),
  { room: 'navigation.timetables', href: '/timetables/overview', needs: ['UPDATE_TIMETABLES'], key: 'timetables.overview.title' },
  { room: 'navigation.timetables', href: '/timetables/mine', needs: ['READ_TIMETABLES'], key: 'timetables.mine.title' },
]

/** The palette: people, classes, campuses, timetables, invoices, receipts, subjects and deeds. Each leads to its record, or to where it is done. */
export const GET = defineRoute({
  needs: 'SIGNED_IN',
  input: z.object({ q: searchText }),
  run: async (ctx, { input }) => {
    const words = searchWords(input.q)
    const [t, { students, staff }, { classes, subjects }, papers, places, guardians] = await Promise.all([getTranslations(), searchPeople(ctx, input.q), searchClasses(ctx, input.q), searchBilling(ctx, input.q), searchTimetables(ctx, input.q), ctx.can('READ_GUARDIANS') ? findGuardianChoices(ctx, input.q) : []])
    const isMeant = (...texts: string[]) => words.join('').length >= 2 && words.every((word) => texts.some((text) => searchKey(text).split(/\s+/).some((part) => part.startsWith(word))))
    const pagesOf = (room: string) => inside.filter((page) => page.room === room && page.needs.every(ctx.can) && isMeant(t(page.key), t(room))).map(({ href, key }) => ({ id: href, label: t(key), href }))
    const doable = deeds.map((deed) => ({ ...deed, label: t(deed.key) })).filter(({ needs, label }) => ctx.can(needs) && isMeant(label))
    const groups = [
      { label: t('navigation.students'), items: students.map(hrefTo('students')) },
      { label: t('navigation.classes'), items: classes.map(({ id, ...found }) => ({ ...found, id: `classes ${id}`, href: `/classes/${id}` })) },
      { label: t('navigation.campuses'), items: ctx.can('READ_CAMPUSES') ? ctx.campuses.filter(({ name }) => isMeant(name)).map(({ id, name }) => ({ id: `campuses ${id}`, label: name, href: `/campuses/${id}` })) : [] },
      { label: t('navigation.attendance'), items: pagesOf('navigation.attendance') },
      { label: t('navigation.timetables'), items: [...pagesOf('navigation.timetables'), ...places.timetables.map(({ id, ...found }) => ({ ...found, id: `timetables ${id}`, href: `/timetables/${id}` }))] },
      { label: t('navigation.staff'), items: staff.map(hrefTo('staff')) },
      { label: t('navigation.guardians'), items: guardians.slice(0, 4).map(({ value, label, hint }) => ({ id: `guardians ${value}`, label, hint, href: `/guardians/${value}` })) },
      { label: t('navigation.invoices'), items: papers.invoices.map(paperTo('invoices')) },
      { label: t('navigation.payments'), items: papers.payments.map(paperTo('payments')) },
      { label: t('navigation.rooms'), items: ctx.can('UPDATE_TIMETABLES') ? places.rooms.map(({ id, ...found }) => ({ ...found, id: `rooms ${id}`, href: `/setup/rooms/${id}` })) : [] },
      { label: t('navigation.subjects'), items: ctx.can('UPDATE_SUBJECTS') ? subjects.map(({ id, ...found }) => ({ ...found, id: `subjects ${id}`, href: `/setup/subjects/${id}` })) : [] },
      { label: t('shell.deeds'), items: doable.map(({ href, label }) => ({ id: href, label, href })) },
    ]
    return { groups: groups.filter(({ items }) => items.length > 0) }
  },
})
