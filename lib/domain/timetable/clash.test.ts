import { expect, test } from 'vitest'
import { apply, inverseOf, type Board, type Lesson, type Placed, type Slot } from './board'
import { allClashes, clashFinder, unplacedOf } from './clash'
import { inCell, weekOf } from './week'

const lesson = (id: string, classId: string, teacherId: string | null, perWeek = 2): Lesson => ({ id, classId, className: classId, subject: id, teacherId, teacher: teacherId, perWeek })
const at = (day: Slot['day'], startsAt: string, endsAt: string, room: string | null = null): Slot => ({ day, startsAt, endsAt, name: null, room })
const placed = (id: string, lessonId: string, slot: Slot): Placed => ({ id, lessonId, ...slot })
const lessons = [lesson('math', '7A', 'Rao'), lesson('art', '7B', 'Rao'), lesson('music', '7B', 'Lee'), lesson('free', '7C', null)]
const board = { lessons, placed: [placed('1', 'math', at('monday', '09:00', '09:45', 'R1'))], busy: [{ teacherId: 'Lee', day: 'monday' as const, startsAt: '11:00', endsAt: '11:45', campusName: 'South' }] }
const clashesOf = clashFinder(board)
const why = (id: string, slot: Slot, except?: string[]) => clashesOf(lessons.find((one) => one.id === id)!, slot, except).map(({ because }) => because)

test('what stands in the way of a lesson is its class, its teacher, its room, or another campus, as long as the times touch', () => {
  expect(why('math', at('monday', '09:30', '10:15'))).toEqual(['class'])
  expect(why('math', at('monday', '09:30', '10:15'), ['1'])).toEqual([])
  expect(why('art', at('monday', '08:30', '09:15'))).toEqual(['teacher'])
  expect(why('music', at('monday', '09:00', '09:45', 'r1'))).toEqual(['room'])
  expect(why('music', at('monday', '09:00', '09:45'))).toEqual([])
  expect(why('music', at('monday', '11:30', '12:15'))).toEqual(['elsewhere'])
  expect(why('free', at('monday', '09:00', '09:45', 'R2'))).toEqual([])
  for (const slot of [at('monday', '09:45', '10:30', 'R1'), at('monday', '08:15', '09:00', 'R1'), at('tuesday', '09:00', '09:45', 'R1')]) expect(why('art', slot)).toEqual([])
})

test('a step and its opposite leave what was there, and what is left is counted', () => {
  const step = [{ id: '1', lessonId: 'math', from: at('monday', '09:00', '09:45', 'R1'), to: null }, { id: '2', lessonId: 'art', from: null, to: at('friday', '10:00', '10:45') }]
  const after = apply(board.placed, step)
  expect(unplacedOf({ lessons, placed: after }).map((one) => [one.lesson.id, one.left])).toEqual([['math', 2], ['art', 1], ['music', 2], ['free', 2]])
  expect(apply(after, inverseOf(step))).toEqual(board.placed)
})

test('two who are in each other\'s way are told once', () => {
  const both = [...board.placed, placed('2', 'art', at('monday', '09:00', '09:45', 'R1')), placed('3', 'music', at('monday', '09:00', '09:45', 'R2'))]
  expect(allClashes({ ...board, placed: both }).map(({ lesson: one, clash }) => [one.id, clash.because])).toEqual([['math', 'teacher'], ['art', 'class']])
})

test('every place of a large school is judged well within a tenth of a second', () => {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
  const many = Array.from({ length: 400 }, (_, n) => lesson(`l${n}`, `c${n % 40}`, `t${n % 60}`))
  const slots = days.flatMap((day) => Array.from({ length: 8 }, (_, hour) => at(day, `${String(8 + hour).padStart(2, '0')}:00`, `${String(8 + hour).padStart(2, '0')}:45`, `r${hour}`)))
  const all = many.flatMap((one, n) => slots.filter((_, s) => (s + n) % 10 < 4).map((slot, s) => placed(`${n} ${s}`, one.id, slot)))
  // The best of several: on a busy machine any one of them may have waited for its turn.
  const took = Array.from({ length: 5 }, () => {
    const start = performance.now()
    const find = clashFinder({ lessons: many, placed: all, busy: [] })
    for (const slot of slots) find(many[7]!, slot)
    return performance.now() - start
  })
  expect(all.length).toBeGreaterThan(6_000)
  expect(Math.min(...took)).toBeLessThan(100)
})

test('bells of one name are one row, also where they ring at another time on a day; what is outside the bells has its own', () => {
  const bell = (name: string, startsAt: string, endsAt: string, kind: 'lesson' | 'break' = 'lesson') => ({ name, startsAt, endsAt, kind })
  const bells: Board['bells'] = { monday: [bell('1', '08:00', '08:45'), bell('Break', '08:45', '09:00', 'break'), bell('2', '09:00', '09:45')], friday: [bell('1', '08:00', '08:30'), bell('2', '08:30', '09:00')] }
  const given = [placed('a', 'math', at('friday', '08:30', '09:00')), placed('b', 'art', at('monday', '15:00', '15:45'))]
  const week = weekOf(bells, given)
  expect(week.days).toEqual(['monday', 'friday'])
  expect(week.rows.map(({ name, kind, startsAt }) => [name, kind, startsAt])).toEqual([['1', 'lesson', '08:00'], ['Break', 'break', '08:45'], ['2', 'lesson', '09:00'], [null, 'lesson', '15:00']])
  expect(inCell(given, week.rows[2]!, 'friday').map(({ id }) => id)).toEqual(['a'])
  expect(inCell(given, week.rows[3]!, 'monday').map(({ id }) => id)).toEqual(['b'])
  expect(inCell(given, week.rows[1]!, 'monday')).toEqual([])
})
