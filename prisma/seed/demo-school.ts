import { fill, type Insert } from './insert'
import type { Teacher } from './demo-staff'
import { bells, coreSubjects, gradeNames, ownSubjects, specialSubjects, subjectNames, type CampusPlan, type OrganizationPlan, type SubjectCode } from './plan'
import { daysAfter, isoWeekdayOf, weekdays, type PlainDate } from '@/lib/platform/time'
import { demoZone, today, years } from './school-year'

export type DemoClass = { id: string; campus: string; grade: string; place: number; size: number }

/** A weekday so many days from now, or the Monday after: days off lie ahead, and never in the weeks that the demo looks back on. */
function weekdayAfter(days: number): PlainDate {
  const date = daysAfter(today, days)
  const weekday = isoWeekdayOf(date)
  return weekday <= 5 ? date : daysAfter(date, 8 - weekday)
}

/** Campuses, years, terms, days that are not as usual, grades and subjects. Returns campus ids by code. */
export function buildSchool(plan: OrganizationPlan, organizationId: string): Promise<Map<string, string>> {
  return fill(organizationId, async (insert) => {
    const campuses = await insert<{ id: string; code: string }>('campuses', plan.campuses.map(({ grades: _g, sections: _s, classSize: _c, teaching: _t, ...campus }) => ({
      ...campus, phone: '+1 555 0100', email: `${campus.code.toLowerCase()}@${plan.domain}`, time_zone: demoZone, active: true, organizationId,
    })), 'id, code')
    await insert('campus_attendance_config', campuses.map(({ id, code }) => ({
      campusId: id, campus_key: code, register_mode: code === 'ONL' ? 'period' : 'daily', school_days: [1, 2, 3, 4, 5], editable_days: 7, register_due_at: '09:30', day_rule: code === 'ONL' ? 'share' : 'any_lesson', half_day_percent: code === 'ONL' ? 50 : null, whole_day_percent: 100, missed_after_minutes: code === 'ONL' ? 25 : null, attendance_link: code === 'HAR' ? 'https://attendance.northwind.example/harbour' : null,
      starts_at: '08:30', late_after_minutes: 0, staff_check_in: code !== 'HIL', staff_due_at: '08:00', organizationId,
    })))
    const made = await insert<{ id: string; name: string }>('academic_years', Object.entries(years).map(([key, year]) => ({
      name: year.name, start_date: year.start, end_date: year.end, current: key === 'current', organizationId,
    })), 'id, name')
    await insert('terms', made.flatMap(({ id, name }) => {
      const start = Number(name.slice(0, 4))
      return [
        { name: 'First semester', term_type: 'semester', start_date: `${start}-08-01`, end_date: `${start + 1}-01-15`, academic_yearId: id, organizationId },
        { name: 'Second semester', term_type: 'semester', start_date: `${start + 1}-01-16`, end_date: `${start + 1}-07-31`, academic_yearId: id, organizationId },
      ]
    }))
    const [first] = campuses
    await insert('special_days', [
      { date: weekdayAfter(20), kind: 'teacher_only', title: 'Staff training', campusId: first!.id },
      { date: weekdayAfter(27), kind: 'early_dismissal', title: 'Early end before the break', campusId: null },
      ...[35, 36, 37].map((days) => ({ date: weekdayAfter(days), kind: 'holiday', title: 'School break', campusId: null })).filter(({ date }, at, all) => all.findIndex((one) => one.date === date) === at),
    ].map((day) => ({ ...day, organizationId })))
    await insert('grades', gradeNames.map(([code, name], i) => ({ code, name, sort_order: i, organizationId })))
    await insert('subjects', Object.entries(subjectNames).map(([code, name]) => ({ code, name, organizationId })))
    return new Map(campuses.map(({ id, code }) => [code, id]))
  })
}

type Known = { years: Map<string, string>; grades: Map<string, string>; subjects: Map<string, string> }
type Slot = { subject: SubjectCode; teacher: string }

async function known(client: { query: (text: string) => Promise<{ rows: { id: string; key: string }[] }> }): Promise<Known> {
  const read = async (table: string, key: string) => new Map((await client.query(`SELECT id, ${key} AS key FROM ${table} WHERE "organizationId" = app_organization()`)).rows.map((row) => [row.key, row.id]))
  return { years: await read('academic_years', 'name'), grades: await read('grades', 'code'), subjects: await read('subjects', 'code') }
}

/**
 * Who teaches what to a class in a period of a day. Subjects rotate over the classes, so that no teacher is
 * ever in two rooms; the database would refuse it.
 */
function slotOf(campus: CampusPlan, teachers: readonly Teacher[], place: number, day: number, period: number): Slot {
  const find = (subject: SubjectCode | 'own', at: number) => teachers.find((teacher) => teacher.campus === campus.code && teacher.subject === subject && teacher.place === at)!.staffId
  if (campus.teaching === 'subject') {
    const subject = coreSubjects[(period + day + place) % coreSubjects.length]!
    return { subject, teacher: find(subject, Math.floor(place / coreSubjects.length)) }
  }
  if (period === place % bells.length) {
    const subject = specialSubjects[(day + Math.floor(place / bells.length)) % specialSubjects.length]!
    return { subject, teacher: find(subject, 0) }
  }
  return { subject: ownSubjects[(period + day) % ownSubjects.length]!, teacher: find('own', place) }
}

/** Classes of both years with their lessons, and this year's timetable of every campus. */
export function buildClasses(plan: OrganizationPlan, organizationId: string, campusIds: ReadonlyMap<string, string>, teachers: readonly Teacher[]): Promise<{ current: DemoClass[]; last: DemoClass[] }> {
  return fill(organizationId, async (insert, client) => {
    const ids = await known(client)
    const made: { current: DemoClass[]; last: DemoClass[] } = { current: [], last: [] }
    for (const campus of plan.campuses) {
      const campusId = campusIds.get(campus.code)!
      const rooms = campus.grades.flatMap((grade) => campus.sections.map((section) => ({ grade, section })))
      for (const key of ['last', 'current'] as const) {
        const year = years[key]
        const rows = rooms.map(({ grade, section }, place) => ({
          name: `${grade === 'KG' ? 'K' : Number(grade)}${section}`, section, capacity: campus.classSize + 4, status: key === 'current' ? 'active' : 'completed', class_type: 'homeroom',
          room: campus.isOnline ? null : `${campus.code[0]}${100 + place}`, academic_yearId: ids.years.get(year.name), campusId, gradeId: ids.grades.get(grade), organizationId,
          homeroom_teacherId: slotOf(campus, teachers, place, 0, campus.teaching === 'own' ? (place + 1) % bells.length : 0).teacher,
        }))
        const classes = await insert<{ id: string; name: string }>('classes', rows, 'id, name')
        made[key].push(...rows.map((row, place) => ({ id: classes.find(({ name }) => name === row.name)!.id, campus: campus.code, grade: rooms[place]!.grade, place, size: campus.classSize })))
      }
      await timetable(insert, campus, campusId, made.current.filter((one) => one.campus === campus.code), teachers, ids, organizationId)
    }
    return made
  })
}

async function timetable(insert: Insert, campus: CampusPlan, campusId: string, classes: readonly DemoClass[], teachers: readonly Teacher[], ids: Known, organizationId: string) {
  const slots = classes.flatMap((one) => weekdays.slice(0, 5).flatMap((day, d) => bells.map(([name, starts, ends], period) => ({ one, day, name, starts, ends, ...slotOf(campus, teachers, one.place, d, period) }))))
  const lessonKey = (classId: string, subjectId: string, teacherId: string) => `${classId} ${subjectId} ${teacherId}`
  const lessons = new Map(slots.map((slot) => [lessonKey(slot.one.id, ids.subjects.get(slot.subject)!, slot.teacher), { classId: slot.one.id, subjectId: ids.subjects.get(slot.subject)!, teacherId: slot.teacher, status: 'active', organizationId }]))
  // Whoever helps in a class sees it and may take its register.
  for (const { staffId, place } of teachers.filter((one) => one.campus === campus.code && one.subject === 'help')) {
    const helped = classes.find((one) => one.place === place)
    const subjectId = ids.subjects.get('RD')
    if (helped && subjectId) lessons.set(lessonKey(helped.id, subjectId, staffId), { classId: helped.id, subjectId, teacherId: staffId, status: 'active', organizationId })
  }
  const made = await insert<{ id: string; classId: string; subjectId: string; teacherId: string }>('class_subjects', [...lessons.values()], 'id, "classId", "subjectId", "teacherId"')
  const lessonIds = new Map(made.map((lesson) => [lessonKey(lesson.classId, lesson.subjectId, lesson.teacherId), lesson.id]))
  const [table] = await insert('timetables', [{ name: `${campus.name} ${years.current.name}`, effective_from: years.current.start, effective_to: years.current.end, status: 'published', academic_yearId: ids.years.get(years.current.name), campusId, organizationId }])
  await insert('timetable_periods', slots.map((slot) => ({
    name: slot.name, day_of_week: slot.day, starts_at: slot.starts, ends_at: slot.ends, room: campus.isOnline ? null : `${campus.code[0]}${100 + slot.one.place}`, timetableId: table!.id,
    class_subjectId: lessonIds.get(lessonKey(slot.one.id, ids.subjects.get(slot.subject)!, slot.teacher)), organizationId,
  })))
}
