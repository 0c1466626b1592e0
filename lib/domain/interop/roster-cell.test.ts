import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCell } from './roster-cell'
import type { Column } from './roster-files'
import { gradeCode, gradeOrder, readTerm } from './roster-terms'

const column = (kind: Column['kind'], more: Partial<Column> = {}): Column => ({ name: 'x', kind, ...more })

test('words of the standard are known in any case', () => {
  expect(readTerm('classType', 'Scheduled')).toBe('scheduled')
  expect(readTerm('flag', 'TRUE')).toBe('true')
  expect(readTerm('role', 'siteAdministrator')).toBe('administrator')
  expect(readTerm('role', 'Aide')).toBe('assistant')
  expect(readTerm('sessionType', 'School Year')).toBe('schoolYear')
  expect(readTerm('relationship', 'Step-Mother')).toBe('step_mother')
  expect(readTerm('status', 'inactive')).toBe('tobedeleted')
})
test('strange words, names of Object included, are no words', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'toString', 'ext:dean')), (text) => {
    const term = readTerm('role', text)
    if (term !== null) expect(typeof term).toBe('string')
    if (text.includes(':') || text.startsWith('_') || text === 'constructor') expect(term).toBeNull()
  }))
})
test('a blank cell is nothing, and a problem only where the row needs it', () => {
  expect(readCell('   ', column('text'), 'unknown')).toEqual({ value: null })
  expect(readCell(undefined, column('id', { must: true }), 'unknown')).toEqual({ value: null, problem: 'cell-required' })
})
test('a soft cell is dropped, a hard one refuses its row', () => {
  expect(readCell('not mail', column('email', { soft: true }), 'unknown').problem).toBe('cell-ignored-value')
  expect(readCell('dean', column('role'), 'unknown').problem).toBe('cell-unknown-value')
  expect(readCell('1/5/2023', column('date'), 'unknown').problem).toBe('cell-date-ambiguous')
  expect(readCell('1/5/2023', column('date', { soft: true }), 'unknown').problem).toBe('cell-date-unclear')
  expect(readCell('soon', column('date', { soft: true }), 'unknown').problem).toBe('cell-date-dropped')
})
test('NUL, control characters and broken characters are refused', () => {
  expect(readCell('Sa\0m', column('text'), 'unknown').problem).toBe('cell-control-character')
  expect(readCell('Sa\u001fm', column('text'), 'unknown').problem).toBe('cell-control-character')
  expect(readCell('S\ufffdm', column('text'), 'unknown').problem).toBe('cell-broken-character')
  expect(readCell('S\ud83dm', column('text'), 'unknown').problem).toBe('cell-broken-character')
  expect(readCell('S\u202em', column('text'), 'unknown').problem).toBe('cell-control-character')
  expect(readCell('S\u0081m', column('text'), 'unknown').problem).toBe('cell-control-character')
})
test('a line break within a cell becomes a space, with a word; other letters of the world stay as they are', () => {
  expect(readCell('Algebra I\r\nHonors', column('text'), 'unknown')).toEqual({ value: 'Algebra I Honors', problem: 'cell-line-break' })
  expect(readCell('\u{1f469}\u200d\u{1f467} \u00d1and\u00fa', column('text'), 'unknown')).toEqual({ value: '\u{1f469}\u200d\u{1f467} \u00d1and\u00fa' })
})
test.each(['9999-12-31', '12/31/9999', '99991231', '9999-12-31T00:00:00Z'])('%s as an end says that there is none', (text) => {
  expect(readCell(text, column('date', { endless: true }), 'unknown')).toEqual({ value: null })
  expect(readCell(text, column('date'), 'unknown').problem).toBe('cell-date-unreadable')
})
test('an end within our time stays one', () => {
  expect(readCell('2026-06-30', column('date', { endless: true }), 'unknown')).toEqual({ value: '2026-06-30' })
  expect(readCell('20260630', column('date', { endless: true }), 'unknown')).toEqual({ value: '2026-06-30' })
})
test('lists lose blanks and repetitions; ids are at most 255 long', () => {
  expect(readCell('a, b,,a', column('ids'), 'unknown').value).toBe('a\u001fb')
  expect(readCell('[a,b]', column('ids'), 'unknown').value).toBe('a\u001fb')
  expect(readCell('x'.repeat(256), column('id'), 'unknown').problem).toBe('cell-too-long')
})
test('letters are composed, so that the same name is the same text', () => {
  expect(readCell('Jose\u0301', column('text'), 'unknown').value).toBe('Jos\u00e9')
})
test.each([['9', '09'], ['9th', '09'], ['Grade 9', '09'], ['K', 'KG'], ['kindergarten', 'KG'], ['ug', 'UG'], ['Year 9', 'Year 9'], ['14', '14']])('grade %s is %s', (text, code) => {
  expect(gradeCode(text)).toBe(code)
})
test('grades stand in the order of school, strangers last', () => {
  expect(['12', 'KG', 'Seniors', '01'].sort((a, b) => gradeOrder(a) - gradeOrder(b))).toEqual(['KG', '01', '12', 'Seniors'])
})
