import { expect, test } from 'vitest'
import { columnsOf, standardName } from './roster-files'
import { readHeader } from './roster-header'

const header = (cells: string[], file: Parameters<typeof columnsOf>[0] = 'users') => readHeader(file, `${file}.csv`, cells)
const place = (file: Parameters<typeof columnsOf>[0], name: string, cells: string[]) => header(cells, file).header.places[columnsOf(file).findIndex((column) => column.name === name)]
const core = ['sourcedId', 'givenName', 'familyName']

test('case, spaces and order do not matter', () => {
  expect(place('users', 'familyName', ['FAMILY NAME', ' sourcedid ', 'given_name'])).toBe(0)
})
test.each([
  ['users', 'preferredGivenName', 'prefferedGivenName'], ['users', 'agentSourcedIds', 'agents'], ['users', 'grades', 'grade'],
  ['users', 'relationship', 'metadata.relationship'], ['demographics', 'sourcedId', 'userSourcedId'], ['demographics', 'birthDate', 'birthdate'],
  ['orgs', 'dateLastModified', 'dataLastModified'], ['classes', 'grades', 'grade'],
] as const)('%s knows %s also as %s', (file, name, alias) => {
  expect(place(file, name, [alias])).toBe(0)
})
test('a column that rows cannot do without stops the file', () => {
  expect(header(['sourcedId', 'givenName']).diagnostics).toContainEqual(expect.objectContaining({ code: 'header-missing-column', column: 'familyName' }))
})
test('two cells with the name of one column stop the file', () => {
  expect(header([...core, 'Grades', 'grades']).diagnostics).toContainEqual(expect.objectContaining({ code: 'header-duplicate-column', column: 'grades' }))
})
test('another name of a column does not stand in the way of the name itself', () => {
  expect(place('users', 'grades', [...core, 'grade', 'grades'])).toBe(4)
  expect(header([...core, 'grade', 'grades']).diagnostics).toEqual([expect.objectContaining({ code: 'header-unknown-column', column: 'grade' })])
})
test.each([['enrollments', 'classSourcedId', 'classSourceId'], ['users', 'familyName', 'famliyName'], ['users', 'sourcedId', 'sourceId'], ['academicSessions', 'startDate', 'startDte']] as const)('%s: a slip of the finger is understood: %s from %s', (file, name, slip) => {
  expect(place(file, name, ['x', slip])).toBe(1)
  expect(header(['x', slip], file).diagnostics).toContainEqual(expect.objectContaining({ code: 'header-renamed-column', column: name, value: slip }))
})
test.each([['users', 'email', 'email2'], ['users', 'identifier', 'identifier2'], ['users', 'phone', 'phones'], ['orgs', 'name', 'nime'], ['users', 'givenName', 'x'.repeat(10_000)]] as const)('%s: not every resemblance is a slip: %s is not %s', (file, name, stranger) => {
  expect(place(file, name, [stranger])).toBe(-1)
})
test('strangers are named; extensions and known columns we do not need are passed over in silence', () => {
  const { diagnostics } = header([...core, 'password', 'ext_tao_userMotherName', 'metadata.x', 'nativeAmericanOrAlaskaNative', 'shoeSize'])
  expect(diagnostics.map(({ column }) => column)).toEqual(['nativeAmericanOrAlaskaNative', 'shoeSize'])
  expect(header(['sourcedId', 'nativeAmericanOrAlaskaNative'], 'demographics').diagnostics).toEqual([])
})
test('files are known whatever their case', () => {
  expect(standardName('userprofiles.csv')).toBe('userProfiles')
  expect(standardName('Academic_Sessions.CSV')).toBe('academicSessions')
  expect(standardName('courseResourses.csv')).toBe('courseResourses')
  expect(standardName('payroll.csv')).toBeNull()
})
