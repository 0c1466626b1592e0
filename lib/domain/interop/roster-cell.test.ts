import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutInvisible } from './roster-blank'
import { readCell } from './roster-cell'
import type { Column } from './roster-files'
import { gradeCode, gradeOrder, gradesOf, readTerm } from './roster-terms'

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
test.each([['9', '09'], ['9th', '09'], ['Grade 9', '09'], ['K', 'KG'], ['kindergarten', 'KG'], ['ug', 'UG'], ['9.0', '09'], ['0', 'KG'], ['-1', 'PK'], ['first', '01'], ['Year 9', 'Year 9'], ['14', '14'], ['1/2', '1/2'], ['1.5', '1.5'], ['10A', '10A']])('grade %s is %s', (text, code) => {
  expect(gradeCode(text)).toBe(code)
})
test('grades stand in the order of school, strangers last', () => {
  expect(['12', 'KG', 'Seniors', '01'].sort((a, b) => gradeOrder(a) - gradeOrder(b))).toEqual(['KG', '01', '12', 'Seniors'])
})
test.each([
  ['1/2', '01 02'], ['1-2', '01 02'], ['K-1', 'KG 01'], ['2/3', '02 03'], ['10-12', '10 11 12'], ['1 2', '01 02'], ['Grade 1 & 2', '01 02'], ['Grades 1 to 3', '01 02 03'], ['1st/2nd', '01 02'], ['PK-K', 'PK KG'],
  ['1 and 2', '01 02'], ['9.0', '09'], ['1.0', '01'], ['09-10', '09 10'], ['K/1/2', 'KG 01 02'], ['Year 7', 'Year 7'], ['2026-2027', '2026-2027'], ['1.5', '1.5'], ['2-Jan', '2-Jan'], ['Group 1', 'Group 1'],
])('grades of %s are %s', (text, codes) => {
  const { value } = readCell(text, column('grades'), 'unknown')
  expect(value).toBe(codes.startsWith('0') || /^(K|P|1\d )/.test(codes) ? codes.replaceAll(' ', '\u001f') : codes)
})
test('grades are never a number that nobody wrote', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom('/', '-', ' ', ' & ', '+', ' and '), (a, b, between) => {
    const found = gradesOf(`${a}${between}${b}`).map(Number)
    expect(found).toContain(a)
    expect(found).toContain(b)
    expect(found.every((one) => one >= Math.min(a, b) && one <= Math.max(a, b))).toBe(true)
  }))
})
test.each(['NULL', 'null', '(null)', 'N/A', '#N/A', '\\N', '-', '--', 'n.a.', 'undefined'])('%s says nothing', (text) => {
  expect(readCell(text, column('text'), 'unknown')).toEqual({ value: null })
  expect(readCell(text, column('key'), 'unknown')).toEqual({ value: null })
  expect(readCell(text, column('id', { must: true }), 'unknown').problem).toBe('cell-required')
})
test.each(['0000-00-00', '00/00/0000', '0000-00-00 00:00:00', '0', 'NULL', 'unknown'])('%s is no date and no mistake', (text) => {
  expect(readCell(text, column('date'), 'unknown')).toEqual({ value: null })
})
test.each(['Null', 'None', 'Na', 'Nan', 'Unknown', 'True', "O'Neil", 'X \u00c6 A-12', '\u674e', 'Jr.', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'])('somebody may be called %s', (text) => {
  expect(readCell(text, column('name'), 'unknown')).toEqual({ value: text })
})
test('marks that nobody sees are no part of a name', () => {
  expect(readCell('\u200bAnna\u200d\u00ad\ufeff', column('name'), 'unknown')).toEqual({ value: 'Anna' })
  expect(readCell('Anna\u202eMarie\u2066', column('name'), 'unknown')).toEqual({ value: 'AnnaMarie' })
  expect(readCell('An\u0007na', column('name'), 'unknown')).toEqual({ value: 'Anna', problem: 'cell-characters-removed' })
  expect(withoutInvisible('Jos\u00e9 \u1234')).toBe('Jos\u00e9 \u1234')
})
test.each(['1.23457E+16', '1,23457E+16', '9E+15', '1.2e+20'])('%s is what a spreadsheet left of an id', (text) => {
  expect(readCell(text, { name: 'sourcedId', kind: 'id', must: true }, 'unknown').problem).toBe('id-shortened')
  expect(readCell(text, column('id'), 'unknown').problem).toBe('reference-shortened')
  expect(readCell(text, column('key', { soft: true }), 'unknown')).toEqual({ value: null, problem: 'cell-ignored-value' })
})
test.each(['1E5', 'E+16', 'A1.2E+16', '12345678901234567'])('%s is an id', (text) => {
  expect(readCell(text, column('id'), 'unknown')).toEqual({ value: text })
})
