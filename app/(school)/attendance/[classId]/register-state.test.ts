import { expect, test } from 'vitest'
import type { Register } from '@/lib/domain/attendance/register'
import { boardOf, change, countOf, marksToSend } from './register-state'

const student = (id: string, status: Register['students'][number]['status'] = null) => ({ id, firstName: id, lastName: id, status, minutesLate: null, remark: null })
const register = (...students: Register['students']): Register => ({
  key: { classId: 'c', date: '2026-01-05', periodId: null }, className: '1A', timeZone: 'UTC', campusName: 'North', subjectName: null, period: null, students, taken: null, editable: true, closedBecause: null,
})

test('everyone starts as present and nothing counts as changed', () => {
  const board = boardOf(register(student('a'), student('b')))
  expect(countOf(board.marks)).toEqual({ present: 2, absent: 0, late: 0 })
  expect(board.isChanged).toBe(false)
})

test('taps go round: present, absent, late, excused, present', () => {
  let board = boardOf(register(student('a')))
  const seen = ['a', 'a', 'a', 'a'].map((studentId) => (board = change(board, { kind: 'tap', studentId })).marks.a?.status)
  expect(seen).toEqual(['absent_unexcused', 'late', 'absent_excused', 'present'])
})

test('undo goes back step by step, and to unchanged', () => {
  let board = boardOf(register(student('a'), student('b')))
  for (const studentId of ['a', 'b']) board = change(board, { kind: 'tap', studentId })
  board = change(board, { kind: 'undo' })
  expect(countOf(board.marks).absent).toBe(1)
  board = change(board, { kind: 'undo' })
  expect(board).toMatchObject({ isChanged: false, steps: [] })
  expect(change(board, { kind: 'undo' }).marks).toEqual(board.marks)
})

test('what was submitted is shown as it was, and a status that no tap gives stays until it is tapped', () => {
  const board = boardOf(register(student('a', 'late'), student('b', 'remote')))
  expect(marksToSend(board.marks).map(({ status }) => status)).toEqual(['late', 'remote'])
  expect(change(board, { kind: 'tap', studentId: 'b' }).marks.b?.status).toBe('present')
})

test('a draft is laid over the list as it is now', () => {
  const board = change(boardOf(register(student('a'), student('new'))), { kind: 'restore', marks: { a: { status: 'late', minutesLate: 5, remark: null }, gone: { status: 'late', minutesLate: 1, remark: null } } })
  expect(board.marks).toMatchObject({ a: { status: 'late', minutesLate: 5 }, new: { status: 'present' } })
  expect(Object.keys(board.marks)).not.toContain('gone')
  expect(board.isChanged).toBe(true)
})

test('nobody who is not on the list can be marked', () => {
  const board = boardOf(register(student('a')))
  expect(change(board, { kind: 'tap', studentId: 'x' })).toBe(board)
})
