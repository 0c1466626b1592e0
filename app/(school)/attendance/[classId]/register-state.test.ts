import { expect, test } from 'vitest'
import type { Register } from '@/lib/domain/attendance/register'
import { boardOf, change, countOf, isChanged, isUnsaved, marksToSend, type Board } from './register-state'

const student = (id: string, status: Register['students'][number]['status'] = null) => ({ id, number: id, firstName: id, lastName: id, status, minutesLate: null, remark: null })
const register = (...students: Register['students']) => ({ students, taken: null })
const taken = (...students: Register['students']) => ({ students, taken: { version: 'v1', at: '', by: null, isCorrected: false } })
const late = (minutesLate: number | null, remark: string | null = null) => ({ status: 'late' as const, minutesLate, remark })

test('everyone starts as present, nothing counts as changed, and there is something to submit', () => {
  const board = boardOf(register(student('a'), student('b')))
  expect(countOf(board.marks)).toEqual({ present: 2, late: 0, excused: 0, absent: 0 })
  expect([isChanged(board), isUnsaved(board)]).toEqual([false, true])
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
  expect([isChanged(board), board.steps]).toEqual([false, []])
  expect(change(board, { kind: 'undo' }).marks).toEqual(board.marks)
})

test('more steps than are kept leave the board changed when all of them are taken back', () => {
  let board = boardOf(register(student('a')))
  for (let step = 0; step < 53; step++) board = change(board, { kind: 'tap', studentId: 'a' })
  while (board.steps.length > 0) board = change(board, { kind: 'undo' })
  expect([board.marks.a?.status, isChanged(board)]).toEqual(['absent_excused', true])
})

test('what was submitted is shown as it was, and a status that no tap gives stays until it is tapped', () => {
  const board = boardOf(taken(student('a', 'late'), student('b', 'remote'), student('c', 'suspended')))
  expect(marksToSend(board.marks).map(({ status }) => status)).toEqual(['late', 'remote', 'suspended'])
  expect(isUnsaved(board)).toBe(false)
  expect(change(board, { kind: 'tap', studentId: 'c' }).marks.c?.status).toBe('present')
})

test('whoever joined since a register was taken is not saved yet', () => {
  const board = boardOf(taken(student('a', 'present'), student('new')))
  expect([isChanged(board), isUnsaved(board)]).toEqual([false, true])
})

test('a letter keeps the remark, and the minutes of what it says again', () => {
  const start = change(boardOf(register(student('a'))), { kind: 'mark', studentId: 'a', marking: late(12, 'Bus') })
  expect(change(start, { kind: 'letter', studentId: 'a', status: 'late' })).toBe(start)
  expect(change(start, { kind: 'letter', studentId: 'a', status: 'absent_excused' }).marks.a).toEqual({ status: 'absent_excused', minutesLate: null, remark: 'Bus' })
})

test('a draft is laid over the list as it is now, with the version it was made over, and can be taken back', () => {
  const board = boardOf(taken(student('a', 'present'), student('new'), student('c', 'present')))
  const restored = change(board, { kind: 'restore', version: null, marks: { a: late(5), gone: late(1), c: { status: 'suspended', minutesLate: null, remark: null } } })
  expect(restored.marks).toMatchObject({ a: { status: 'late', minutesLate: 5 }, new: { status: 'present' }, c: { status: 'present' } })
  expect(Object.keys(restored.marks)).not.toContain('gone')
  expect([isChanged(restored), restored.version]).toEqual([true, null])
  expect(isChanged(change(restored, { kind: 'undo' }))).toBe(false)
})

test('what was tapped while the marks were on their way is still to be saved', () => {
  const sent: Board = change(boardOf(register(student('a'), student('b'))), { kind: 'tap', studentId: 'a' })
  const tapped = change(sent, { kind: 'tap', studentId: 'b' })
  const saved = change(tapped, { kind: 'saved', marks: marksToSend(sent.marks), version: 'v2' })
  expect([isUnsaved(saved), saved.version, saved.marks.b?.status]).toEqual([true, 'v2', 'absent_unexcused'])
  expect(isUnsaved(change(sent, { kind: 'saved', marks: marksToSend(sent.marks), version: 'v2' }))).toBe(false)
})

test('nobody who is not on the list can be marked', () => {
  const board = boardOf(register(student('a')))
  expect(change(board, { kind: 'tap', studentId: 'x' })).toBe(board)
})
