import { Readable } from 'node:stream'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'

/** For tests: a small school as OneRoster files. Each file is its header and rows; replace what a test is about. */
export type RosterFiles = Record<string, string | Uint8Array>

const lines = (...rows: string[]) => `${rows.join('\r\n')}\r\n`

/** A bulk 1.1 set: two schools, one year, two terms, a homeroom and a lesson, one teacher, an aide, two students, a mother. */
export const aRoster = (changes: Record<string, string | Uint8Array | null> = {}): RosterFiles => {
  const files: Record<string, string | Uint8Array | null> = {
    'manifest.csv': lines('propertyName,value', 'manifest.version,1.0', 'oneroster.version,1.1', ...['orgs', 'academicSessions', 'courses', 'classes', 'users', 'demographics', 'enrollments'].map((name) => `file.${name},bulk`)),
    'orgs.csv': lines('sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId', 'd,,,Lakeside,district,D1,', 'n,,,North,school,N1,d', 's,,,South,school,S1,d'),
    'academicSessions.csv': lines('sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear', 'y,,,2025-2026,schoolYear,2025-08-15,2099-07-01,,2026', 't1,,,Autumn,term,2025-08-15,2026-01-15,y,2026', 't2,,,Spring,term,2026-01-15,2099-07-01,y,2026'),
    'courses.csv': lines('sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes', 'c,,,y,Algebra I,ALG1,09,d,Mathematics,MAT'),
    'classes.csv': lines('sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods', 'h,,,9 A,09,,9A,homeroom,R1,n,"t1,t2",,,', 'k,,,Algebra I,09,c,ALG1-01,scheduled,R2,n,"t1,t2",,,1'),
    'users.csv': lines(
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,metadata.relationship',
      'u1,,,true,n,teacher,tea,,Tia,Teacher,,E1,tia@x.example,,555-1,,,secret,', 'u2,,,true,n,aide,ada,,Ada,Aide,,E2,,,,,,,',
      'p1,,,true,n,student,sam,,Sam,Student,,N1,sam@x.example,,,g1,09,,', 'p2,,,true,n,student,sol,,Sol,Student,,N2,,,,,09,,', 'g1,,,true,n,parent,mia,,Mia,Student,,,mia@x.example,555-7,,p1,,,Mother',
    ),
    'demographics.csv': lines('sourcedId,status,dateLastModified,birthDate,sex', 'p1,,,2011-03-04,female', 'p2,,,2011-05-06,male'),
    'enrollments.csv': lines('sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate', 'e1,,,h,n,u1,teacher,true,,', 'e2,,,k,n,u1,teacher,true,,', 'e3,,,h,n,p1,student,,2025-08-15,', 'e4,,,h,n,p2,student,,2025-08-15,', 'e5,,,k,n,p1,student,,2025-08-15,'),
    ...changes,
  }
  return Object.fromEntries(Object.entries(files).flatMap(([name, text]) => (text === null ? [] : [[name, text]])))
}

/** A set of changes only: rows under the headers of the usual set. */
export const aDelta = (rows: Record<string, string[]>): RosterFiles => ({
  'manifest.csv': lines('propertyName,value', 'oneroster.version,1.1'),
  ...Object.fromEntries(Object.entries(rows).map(([name, given]) => [name, lines(String(aRoster()[name]).split('\r\n')[0]!, ...given)])),
})

/** One file of a set with a text in it replaced. */
export const edited = (files: RosterFiles, name: string, ...swaps: [string, string][]): RosterFiles => ({
  ...files,
  [name]: swaps.reduce((text, [from, to]) => text.replace(from, to), String(files[name])),
})

export const asZip = (files: RosterFiles): Buffer => Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]))))

export const asUpload = (files: RosterFiles) => ({ fileName: 'roster.zip', content: Readable.from([asZip(files)]) })

/** Puts bytes where an archive can be opened. */
export const asFile = async (bytes: Uint8Array): Promise<string> => {
  const path = join(tmpdir(), `roster-${crypto.randomUUID()}.zip`)
  await writeFile(path, bytes)
  return path
}
