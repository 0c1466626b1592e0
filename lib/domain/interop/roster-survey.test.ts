import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { aRoster, asFile, asZip, edited, type RosterFiles } from './a-roster'
import { openArchive } from './roster-archive.server'
import type { Diagnostic } from './roster-diagnostic'
import { readRoster, type StagedRow } from './roster-read.server'
import { surveyArchive, type SurveyOptions } from './roster-survey.server'

const look = async (files: RosterFiles, options?: SurveyOptions) => {
  const archive = await openArchive(await asFile(asZip(files)))
  const survey = await surveyArchive(archive, options)
  const rows: Record<string, StagedRow[]> = {}
  const remarks: Diagnostic[] = [...survey.diagnostics]
  if (!survey.blocked) await readRoster(archive, survey, { rows: async (file, chunk) => void (rows[file] ??= []).push(...chunk), remark: (one) => void remarks.push(one) })
  archive.close()
  const said = remarks.map(({ code }) => code)
  return { survey, rows, remarks, said, mode: (file: string) => survey.files.find((one) => one.file === file)?.mode }
}
const found = async (files: RosterFiles) => openArchive(await asFile(asZip(files))).then((archive) => surveyArchive(archive)).catch((error: { diagnostic: Diagnostic }) => error.diagnostic)
const delta = (files: RosterFiles, name: string) => edited(files, name, ...String(files[name]).split('\r\n').slice(1).filter(Boolean).map((row): [string, string] => [row, row.replace(',,,', ',active,2025-09-01T00:00:00Z,')]))

test('a clean set has nothing to remark', async () => {
  const { survey, said, rows } = await look(aRoster())
  expect(said).toEqual([])
  expect(survey).toMatchObject({ version: '1.1', blocked: false, rows: 21 })
  expect(rows.users?.[2]).toMatchObject({ row: 4, sourcedId: 'p1', bad: false, gone: false })
})
test('passwords are never read', async () => {
  expect(JSON.stringify((await look(aRoster())).rows)).not.toContain('secret')
})
test('without a manifest the rules of 1.0 apply', async () => {
  const { survey, said } = await look(aRoster({ 'manifest.csv': null }))
  expect(survey.version).toBe('1.0')
  expect(said).toEqual(['manifest-missing'])
})
test('manifest and files may disagree: the files win', async () => {
  const { said, rows } = await look(edited(aRoster(), 'manifest.csv', ['file.users,bulk', 'file.users,absent'], ['file.demographics,bulk', 'file.demographics,bulk\r\nfile.results,bulk']))
  expect(said).toEqual(['manifest-absent-but-found', 'manifest-listed-but-missing'])
  expect(rows.users).toHaveLength(5)
})
test('bulk or delta is what the rows are', async () => {
  const all = await look(delta(aRoster(), 'users.csv'))
  expect([all.mode('users'), all.mode('orgs'), all.said]).toEqual(['delta', 'bulk', ['manifest-mode-differs']])
  const some = await look(edited(edited(aRoster(), 'users.csv', ['u1,,,', 'u1,active,2025-09-01,']), 'manifest.csv', ['file.users,bulk', 'file.users,delta']))
  expect([some.mode('users'), some.said]).toEqual(['delta', ['mode-mixed']])
})
test('missing and empty files are said, not fatal', async () => {
  const { survey, said } = await look(aRoster({ 'courses.csv': null, 'demographics.csv': 'sourcedId,status,dateLastModified,birthDate,sex\r\n', 'enrollments.csv': null, 'manifest.csv': null }))
  expect(survey.blocked).toBe(false)
  expect(said.sort()).toEqual(['file-empty', 'file-missing', 'manifest-missing'])
})
test.each(['utf-16le', 'utf-16be', 'windows-1252'] as const)('a file in %s is decoded and said', async (encoding) => {
  const { rows, said } = await look(aRoster({ 'orgs.csv': iconv.encode('sourcedId,status,dateLastModified,name,type\r\nn,,,Ñandú,school\r\n', encoding, { addBOM: true }) }))
  expect(said).toContain('file-decoded')
  expect(rows.orgs?.[0]?.cells).toContain('Ñandú')
})
test('broken characters refuse their rows only', async () => {
  const bytes = Buffer.concat([Buffer.from('sourcedId,status,dateLastModified,name,type\r\nn,,,Ñ,school\r\ns,,,'), Buffer.from([0xff]), Buffer.from(',school\r\n')])
  const { rows, said } = await look(aRoster({ 'orgs.csv': bytes }))
  expect(said).toEqual(['file-mixed-encoding', 'cell-broken-character'])
  expect(rows.orgs?.map(({ bad }) => bad)).toEqual([false, true])
})
test('NUL bytes refuse their rows, a binary file the set', async () => {
  expect((await look(edited(aRoster(), 'orgs.csv', ['North', 'No\0th'])) ).said).toEqual(['cell-control-character'])
  expect((await look(aRoster({ 'orgs.csv': new Uint8Array(4_000) }))).survey.blocked).toBe(true)
})
test('a separator of another country is understood', async () => {
  const { rows, said } = await look(aRoster({ 'orgs.csv': 'sourcedId;status;dateLastModified;name;type\r\nn;;;North, old;school\r\n' }))
  expect(said).toEqual(['file-delimiter'])
  expect(rows.orgs?.[0]?.cells).toContain('North, old')
})
test('foreign dates are read when the column decides, refused when it does not, and may be decided by a person', async () => {
  const clear = await look(edited(aRoster(), 'demographics.csv', ['2011-03-04', '4/03/2011'], ['2011-05-06', '26/05/2011']))
  expect(clear.rows.demographics?.map(({ cells }) => cells[3])).toEqual(['2011-03-04', '2011-05-26'])
  expect(clear.said).toEqual(['dates-reordered'])
  const unclear = edited(aRoster(), 'enrollments.csv', ['2025-08-15,', '4/03/2026,'])
  expect((await look(unclear)).said).toEqual(['dates-reordered', 'cell-date-ambiguous'])
  expect((await look(unclear, { answers: { dateOrder: 'mdy' } })).rows.enrollments?.[2]?.cells).toContain('2026-04-03')
})
test('dates that go now this way, now that are read as a person says', async () => {
  const mixed = edited(aRoster(), 'enrollments.csv', ['p1,student,,2025-08-15,', 'p1,student,,25/08/2025,'], ['p2,student,,2025-08-15,', 'p2,student,,08/26/2025,'], ['p1,student,,2025-08-15,', 'p1,student,,4/05/2026 12:00:00 AM,'])
  expect((await look(mixed)).said).toEqual(['dates-reordered', 'cell-date-ambiguous'])
  const read = await look(mixed, { answers: { dateOrder: 'dmy' } })
  expect([read.said, read.rows.enrollments?.slice(2).map(({ cells }) => cells[7])]).toEqual([['dates-reordered'], ['2025-08-25', '2025-08-26', '2026-05-04']])
})
test('a birthday that cannot be is no question of day or month', async () => {
  const { said } = await look(edited(aRoster(), 'demographics.csv', ['2011-03-04', 'soon'], ['2011-05-06', '4/05/2011']))
  expect(said).toEqual(['dates-reordered', 'cell-date-dropped', 'cell-date-unclear'])
})
test('a quotation mark that swallows lines and is closed further down stops the set, with its row', async () => {
  const { survey, remarks } = await look(edited(aRoster(), 'users.csv', ['Sam,Student', '"Sam,Student'], ['Sol,Student,,N2', 'Sol,Student",,N2']))
  expect(survey.blocked).toBe(true)
  expect(remarks).toContainEqual(expect.objectContaining({ code: 'csv-quote-swallows', file: 'users.csv', row: 4 }))
})
test('a separator is told from the first line, however it ends', async () => {
  const { said, rows } = await look(aRoster({ 'orgs.csv': `sourcedId,name,type\rn,${'a;b;c;d;e'.repeat(9)},school\r` }))
  expect([said, rows.orgs?.length]).toEqual([[], 1])
})
test('what may be missing may be broken: it stops nothing', async () => {
  const { survey, said } = await look(aRoster({ 'manifest.csv': 'propertyName,"value\r\n', 'userProfiles.csv': 'sourcedId,"x\r\n1,2' }))
  expect([survey.blocked, survey.version, said]).toEqual([false, '1.1', ['manifest-unreadable', 'file-not-used']])
})
test('what the manifest calls absent is not missed', async () => {
  const { said } = await look(edited(aRoster({ 'enrollments.csv': null }), 'manifest.csv', ['file.enrollments,bulk', 'file.enrollments,absent']))
  expect(said).toEqual([])
})
test('cells too few count as empty, cells too many refuse the row', async () => {
  const { rows, said } = await look(edited(aRoster(), 'orgs.csv', ['n,,,North,school,N1,d', 'n,,,North,school'], ['s,,,South,school,S1,d', 's,,,South, the old,school,S1,d']))
  expect(said).toEqual(['row-cells-few', 'row-cells-many', 'cell-unknown-value'])
  expect(rows.orgs?.map(({ bad }) => bad)).toEqual([false, false, true])
})
test('the limit of rows is met calmly', async () => {
  const { survey, said } = await look(aRoster(), { rowLimit: 4 })
  expect(survey.blocked).toBe(true)
  expect(said).toContain('rows-too-many')
})
test('a file without its header, or with a column twice, stops the set', async () => {
  expect((await look(edited(aRoster(), 'orgs.csv', ['sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\r\n', '']))).survey.blocked).toBe(true)
  expect((await look(edited(aRoster(), 'orgs.csv', ['identifier', 'NAME']))).said).toContain('header-duplicate-column')
})
test('roles in userProfiles.csv are used when roles.csv is missing', async () => {
  const { survey, rows, said } = await look(aRoster({ 'userprofiles.csv': 'sourcedId,status,dateLastModified,userSourcedId,roleType,role,orgSourcedId\r\nr,,,p1,primary,student,n\r\n' }))
  expect(said).toContain('file-roles-in-profiles')
  expect(rows.roles).toHaveLength(1)
  expect(survey.files.find(({ file }) => file === 'roles')?.fileName).toBe('userprofiles.csv')
})
test('rows to be deleted may be otherwise empty', async () => {
  const { rows, said } = await look(edited(aRoster(), 'users.csv', ['p2,,,true,n,student,sol,,Sol,Student', 'p2,tobedeleted,,,,,,,,']))
  expect(rows.users?.[3]).toMatchObject({ sourcedId: 'p2', gone: true, bad: false })
  expect(said).toContain('mode-mixed')
})

test('a file that is not Unicode is read in the likeliest encoding, with samples, until somebody chooses', async () => {
  const files = aRoster({ 'orgs.csv': iconv.encode('sourcedId,status,dateLastModified,name,type\r\nn,,,Γυμνάσιο Ελλήνων,school\r\n', 'windows-1253'), 'users.csv': iconv.encode(String(aRoster()['users.csv']).replace('Sam,Student', 'Γιώργος,Παπαδόπουλος'), 'windows-1253') })
  const { survey, rows } = await look(files)
  expect(survey.encodings[0]).toMatchObject({ encoding: 'windows-1253' })
  expect(survey.encodings[0]!.lines.join()).toContain('Γιώργος,Παπαδόπουλος')
  expect(survey.encodings.length).toBeGreaterThan(1)
  expect(rows.orgs?.[0]?.cells).toContain('Γυμνάσιο Ελλήνων')
  const chosen = await look(files, { answers: { encoding: 'windows-1251' } })
  expect([chosen.survey.encodings, chosen.rows.orgs?.[0]?.cells.includes('Γυμνάσιο Ελλήνων')]).toEqual([[], false])
  expect((await look(aRoster())).survey.encodings).toEqual([])
})
test('text that was encoded twice is noticed, and put right when somebody says so', async () => {
  const files = edited(aRoster(), 'users.csv', ['Sam,Student', `${Buffer.from('José').toString('latin1')},${Buffer.from('García').toString('latin1')}`])
  const { said, remarks } = await look(files)
  expect(said).toEqual(['file-double-encoded'])
  expect(remarks[0]).toMatchObject({ params: { count: 2, mended: 'José' } })
  const mended = await look(files, { answers: { twice: 'mend' } })
  expect([mended.said, mended.rows.users?.[2]?.cells.includes('García')]).toEqual([[], true])
})
test.each([
  ['a title above the header', 'Users of our district\r\n', 'header-below'], ['two lines above it', 'Users\r\nMade on Monday,by me\r\n', 'header-below'],
])('%s is said in one sentence', async (_, above, code) => {
  const { said, survey } = await look({ ...aRoster(), 'users.csv': above + String(aRoster()['users.csv']) })
  expect([said, survey.blocked]).toEqual([[code], true])
})
test('rows without a header are said in one sentence', async () => {
  const { said } = await look({ ...aRoster(), 'enrollments.csv': String(aRoster()['enrollments.csv']).split('\r\n').slice(1).join('\r\n') })
  expect(said).toEqual(['header-none'])
})
test.each([
  ['Clever', { 'schools.csv': 'School_id', 'students.csv': 'Student_id', 'teachers.csv': 'x', 'sections.csv': 'x', 'enrollments.csv': 'School_id,Section_id,Student_id' }],
  ['Microsoft School Data Sync', { 'School.csv': 'SIS ID', 'Section.csv': 'SIS ID', 'Student.csv': 'SIS ID', 'Teacher.csv': 'x' }],
  ['Apple School Manager', { 'locations.csv': 'x', 'students.csv': 'x', 'staff.csv': 'x', 'classes.csv': 'x', 'rosters.csv': 'x' }],
  ['Excel', { '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' }],
])('an export for %s is called by its name', async (system, files) => {
  expect(await found(files)).toMatchObject({ code: 'format-other', params: { system } })
})
test('another system that has a users.csv as well is known by its columns', async () => {
  const { said, remarks } = await look({ 'users.csv': 'user_id,login_id,first_name,last_name,status\r\n1,a,Anna,Adams,active\r\n', 'manifest.csv': aRoster()['manifest.csv']! })
  expect(said.filter((code) => code === 'format-other')).toHaveLength(1)
  expect(remarks.find(({ code }) => code === 'format-other')).toMatchObject({ params: { system: 'Canvas' } })
  expect(said.some((code) => code.startsWith('header-'))).toBe(false)
})
test('rows with a status and a date are changes, or everything when somebody says so', async () => {
  const files = delta(aRoster(), 'users.csv')
  expect((await look(files)).mode('users')).toBe('delta')
  const all = await look(files, { answers: { mode: 'bulk' } })
  expect([all.mode('users'), all.said]).toEqual(['bulk', []])
})
test('words for nothing in status and date make no set of changes', async () => {
  const { mode, said, rows } = await look(edited(aRoster(), 'users.csv', ...['u1', 'u2', 'p1', 'p2', 'g1'].map((id): [string, string] => [`${id},,,`, `${id},NULL,NULL,`])))
  expect([mode('users'), said, rows.users?.length]).toEqual(['bulk', [], 5])
})
test('midnight UTC is asked about where it is another day', async () => {
  const files = edited(aRoster(), 'demographics.csv', ['2011-03-04', '2011-03-04T00:00:00Z'], ['2011-05-06', '2011-05-06T00:00:00.000Z'])
  const born = ({ rows }: Awaited<ReturnType<typeof look>>) => rows.demographics?.map(({ cells }) => cells[3])
  const asked = await look(files, { timeZone: 'America/New_York' })
  expect([asked.said, born(asked)]).toEqual([['dates-midnight'], ['2011-03-04', '2011-05-06']])
  const local = await look(files, { timeZone: 'America/New_York', answers: { instants: 'local' } })
  expect([local.said, born(local)]).toEqual([[], ['2011-03-03', '2011-05-05']])
  expect((await look(files, { timeZone: 'UTC' })).said).toEqual([])
  expect((await look(files, { timeZone: 'Europe/Athens' })).said).toEqual([])
})
