import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { now } from '@/lib/platform/clock.server'

export type District = { schools: number; students: number; staff: number; /** Classes a student sits in, besides the homeroom. */ subjects: number; guardianShare: number; seed: number }

/** What issue and bench call a district: 3 schools, 20,000 students, 1,000 staff, 60,000 enrolments. */
export const usualDistrict: District = { schools: 3, students: 20_000, staff: 1_000, subjects: 2, guardianShare: 0.5, seed: 7 }

const given = ['Amara', 'Luca', 'Mei', 'Noah', 'Zainab', 'Sofía', 'Arjun', 'Olena', 'Kwame', 'Ana', 'Yusuf', 'Ingrid', 'Mateo', 'Hana', 'Tomás', 'Chloé', 'Ravi', 'Nia', 'Björn', 'Leïla']
const family = ['Okafor', 'Rossi', 'Chen', 'Smith', 'Hussain', 'García', 'Patel', 'Shevchenko', 'Mensah', 'Kowalska', 'Demir', 'Larsen', 'Fernández', 'Sato', 'Núñez', 'Dubois', 'Nguyen', 'Johnson', 'Åkesson', 'Haddad']
const topics = ['Mathematics', 'Language Arts', 'Science', 'History', 'Art', 'Music', 'Physical Education', 'Geography']
const grades = ['KG', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
const perClass = 25

/** Same seed, same district: a benchmark must be repeatable (mulberry32). */
const dice = (seed: number) => {
  let state = seed
  return (sides: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % sides
  }
}

type Line = readonly (string | number)[]
const line = (cells: Line) => `${cells.map((cell) => (/[",]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
const pick = (list: readonly string[], n: number) => list[n % list.length]!
const pad = (n: number, width: number) => String(n).padStart(width, '0')
const startYear = (today = now()) => today.getUTCFullYear() - (today.getUTCMonth() < 7 ? 1 : 0)

/** A class of each topic for every 25 students of a school, and their homerooms. */
function* classesOf(d: District) {
  const each = Math.ceil(d.students / d.schools)
  for (let school = 0; school < d.schools; school++) {
    const rooms = Math.ceil(Math.min(each, d.students - school * each) / perClass)
    for (let room = 0; room < rooms; room++) yield { school, room, grade: grades[Math.floor((room * grades.length) / rooms)]! }
  }
}

/** Files of a bulk OneRoster 1.2 set, line by line. */
const filesOf = (d: District): Record<string, () => Generator<Line>> => {
  const year = startYear()
  const each = Math.ceil(d.students / d.schools)
  const place = (student: number) => ({ school: Math.floor(student / each), room: Math.floor((student % each) / perClass) })
  const topicOf = (room: number, n: number) => (room + n) % topics.length
  return {
    *orgs() {
      yield ['sourcedId', 'status', 'dateLastModified', 'name', 'type', 'identifier', 'parentSourcedId']
      yield ['district', '', '', 'Lakeside District', 'district', 'D1', '']
      for (let i = 0; i < d.schools; i++) yield [`school-${i}`, '', '', `Lakeside School ${i + 1}`, 'school', `LS${i + 1}`, 'district']
    },
    *academicSessions() {
      yield ['sourcedId', 'status', 'dateLastModified', 'title', 'type', 'startDate', 'endDate', 'parentSourcedId', 'schoolYear']
      yield ['year', '', '', `${year}-${year + 1}`, 'schoolYear', `${year}-08-15`, `${year + 1}-07-01`, '', year + 1]
      yield ['term-1', '', '', 'First semester', 'semester', `${year}-08-15`, `${year + 1}-01-15`, 'year', year + 1]
      yield ['term-2', '', '', 'Second semester', 'semester', `${year + 1}-01-15`, `${year + 1}-07-01`, 'year', year + 1]
    },
    *courses() {
      yield ['sourcedId', 'status', 'dateLastModified', 'schoolYearSourcedId', 'title', 'courseCode', 'grades', 'orgSourcedId', 'subjects', 'subjectCodes']
      for (const [i, topic] of topics.entries()) yield [`course-${i}`, '', '', 'year', topic, `C${i}`, '', 'district', topic, `S${i}`]
    },
    *classes() {
      yield ['sourcedId', 'status', 'dateLastModified', 'title', 'grades', 'courseSourcedId', 'classCode', 'classType', 'location', 'schoolSourcedId', 'termSourcedIds', 'subjects', 'subjectCodes', 'periods']
      for (const { school, room, grade } of classesOf(d)) {
        yield [`home-${school}-${room}`, '', '', `Homeroom ${room + 1}`, grade, '', `H${room + 1}`, 'homeroom', `R${room + 1}`, `school-${school}`, 'term-1,term-2', '', '', '']
        for (let n = 0; n < d.subjects; n++) {
          const topic = topicOf(room, n)
          yield [`class-${school}-${room}-${n}`, '', '', topics[topic]!, grade, `course-${topic}`, `${room + 1}${String.fromCharCode(65 + n)}`, 'scheduled', `R${room + 1}`, `school-${school}`, 'term-1,term-2', '', '', n + 1]
        }
      }
    },
    *users() {
      const roll = dice(d.seed)
      yield ['sourcedId', 'status', 'dateLastModified', 'enabledUser', 'username', 'userIds', 'givenName', 'familyName', 'middleName', 'identifier', 'email', 'sms', 'phone', 'agentSourcedIds', 'grades', 'password', 'userMasterIdentifier', 'resourceSourcedIds', 'preferredGivenName', 'preferredMiddleName', 'preferredFamilyName', 'primaryOrgSourcedId', 'pronouns', 'metadata.relationship']
      const user = (id: string, number: string, agents: string, grade: string, school: number, relationship: string): Line =>
        [id, '', '', 'true', id, '', pick(given, roll(20)), pick(family, roll(20)), '', number, `${id}@lakeside.example`, '', `555-${pad(roll(10_000), 4)}`, agents, grade, '', '', '', '', '', '', `school-${school}`, '', relationship]
      for (let i = 0; i < d.staff; i++) yield user(`staff-${i}`, `E${pad(i, 6)}`, '', '', i % d.schools, '')
      const families = Math.floor(d.students * d.guardianShare)
      for (let i = 0; i < d.students; i++) yield user(`student-${i}`, `N${pad(i, 7)}`, i < families ? `guardian-${i}` : '', '', place(i).school, '')
      for (let i = 0; i < families; i++) yield user(`guardian-${i}`, '', `student-${i}`, '', place(i).school, i % 2 ? 'mother' : 'father')
    },
    *roles() {
      yield ['sourcedId', 'status', 'dateLastModified', 'userSourcedId', 'roleType', 'role', 'beginDate', 'endDate', 'orgSourcedId', 'userProfileSourcedId']
      for (let i = 0; i < d.staff; i++) yield [`role-t-${i}`, '', '', `staff-${i}`, 'primary', i % 20 === 0 ? 'principal' : 'teacher', '', '', `school-${i % d.schools}`, '']
      for (let i = 0; i < d.students; i++) yield [`role-s-${i}`, '', '', `student-${i}`, 'primary', 'student', '', '', `school-${place(i).school}`, '']
      for (let i = 0; i < Math.floor(d.students * d.guardianShare); i++) yield [`role-g-${i}`, '', '', `guardian-${i}`, 'primary', 'parent', '', '', `school-${place(i).school}`, '']
    },
    *demographics() {
      const roll = dice(d.seed + 1)
      yield ['sourcedId', 'status', 'dateLastModified', 'birthDate', 'sex']
      for (let i = 0; i < d.students; i++) yield [`student-${i}`, '', '', `${year - 6 - roll(12)}-${pad(1 + roll(12), 2)}-${pad(1 + roll(28), 2)}`, roll(2) ? 'female' : 'male']
    },
    *enrollments() {
      yield ['sourcedId', 'status', 'dateLastModified', 'classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role', 'primary', 'beginDate', 'endDate']
      for (let i = 0; i < d.students; i++) {
        const { school, room } = place(i)
        yield [`e-${i}-h`, '', '', `home-${school}-${room}`, `school-${school}`, `student-${i}`, 'student', '', `${year}-08-15`, '']
        for (let n = 0; n < d.subjects; n++) yield [`e-${i}-${n}`, '', '', `class-${school}-${room}-${n}`, `school-${school}`, `student-${i}`, 'student', '', `${year}-08-15`, '']
      }
      const own = (school: number, room: number, n: number) => ((room * (d.subjects + 1) + n) % Math.max(1, Math.floor(d.staff / d.schools))) * d.schools + school
      for (const { school, room } of classesOf(d)) {
        yield [`t-${school}-${room}-h`, '', '', `home-${school}-${room}`, `school-${school}`, `staff-${own(school, room, 0)}`, 'teacher', 'true', '', '']
        for (let n = 0; n < d.subjects; n++) yield [`t-${school}-${room}-${n}`, '', '', `class-${school}-${room}-${n}`, `school-${school}`, `staff-${own(school, room, n + 1)}`, 'teacher', 'true', '', '']
      }
    },
  }
}

/** The zip of a district as a stream, a chunk at a time, whatever its size. */
export async function* districtZip(district: District = usualDistrict): AsyncGenerator<Buffer> {
  const files = filesOf(district)
  const parts: Buffer[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    parts.push(Buffer.from(chunk))
  })
  const manifest = ['propertyName,value', 'manifest.version,1.0', 'oneroster.version,1.2', ...Object.keys(files).map((name) => `file.${name},bulk`), 'source.systemName,Lakeside generator', '']
  const write = function* (name: string, texts: Iterable<string>) {
    const file = new ZipDeflate(`${name}.csv`, { level: 6 })
    zip.add(file)
    let text = ''
    for (const one of texts) {
      text += one
      if (text.length < 65_536) continue
      file.push(strToU8(text))
      text = ''
      yield* parts.splice(0)
    }
    file.push(strToU8(text), true)
    yield* parts.splice(0)
  }
  yield* write('manifest', [manifest.join('\r\n')])
  for (const [name, lines] of Object.entries(files)) {
    yield* write(name, (function* () {
      for (const cells of lines()) yield line(cells)
    })())
  }
  zip.end()
  yield* parts.splice(0)
}

/** Writes the zip of a district to a local file. */
export const writeDistrict = (path: string, district: District = usualDistrict) => pipeline(Readable.from(districtZip(district)), createWriteStream(path))
