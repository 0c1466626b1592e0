/** The vocabularies of OneRoster 1.0 to 1.2 and what this system calls the same thing. Keys are in lower case. */
const same = <T extends string>(...words: T[]) => Object.fromEntries(words.map((word) => [word.toLowerCase(), word])) as Record<string, T>

const staffRoles = {
  teacher: 'teacher', aide: 'assistant', counselor: 'counselor', principal: 'director', proctor: 'support', administrator: 'administrator',
  districtadministrator: 'administrator', siteadministrator: 'administrator', systemadministrator: 'it',
}
const agentRoles = same('parent', 'guardian', 'relative')

export const vocabularies = {
  orgType: same('department', 'school', 'district', 'local', 'state', 'national'),
  sessionType: { gradingperiod: 'gradingPeriod', semester: 'semester', schoolyear: 'schoolYear', term: 'term' },
  classType: { homeroom: 'homeroom', scheduled: 'scheduled' },
  role: { student: 'student', ...staffRoles, ...agentRoles },
  enrollmentRole: same('student', 'teacher', 'aide', 'administrator', 'proctor'),
  roleType: same('primary', 'secondary'),
  sex: { male: 'male', m: 'male', female: 'female', f: 'female', other: 'other', o: 'other', x: 'other', unspecified: 'unspecified', u: 'unspecified' },
  flag: { true: 'true', yes: 'true', '1': 'true', false: 'false', no: 'false', '0': 'false' },
  status: { active: 'active', tobedeleted: 'tobedeleted', inactive: 'tobedeleted' },
  relationship: {
    mother: 'mother', father: 'father', stepmother: 'step_mother', stepfather: 'step_father', adoptiveparent: 'adoptive_parent',
    fosterparent: 'foster_parent', guardian: 'legal_guardian', legalguardian: 'legal_guardian', grandmother: 'grandmother',
    grandfather: 'grandfather', aunt: 'aunt', uncle: 'uncle', sibling: 'sibling', brother: 'sibling', sister: 'sibling',
    relative: 'other_relative', otherrelative: 'other_relative', otherfamilymember: 'other_relative', caregiver: 'caregiver',
    nannyhelper: 'caregiver', agency: 'agency', parent: 'other', other: 'other',
  },
} as const satisfies Record<string, Record<string, string>>

export type Vocabulary = keyof typeof vocabularies
export const isVocabulary = (kind: string): kind is Vocabulary => kind in vocabularies

/** The word this system uses, or null when the vocabulary does not know the one given. */
export const readTerm = (vocabulary: Vocabulary, text: string): string | null => {
  const words: Record<string, string> = vocabularies[vocabulary]
  const word = text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null
}

const early = { infanttoddler: 'IT', preschool: 'PR', prekindergarten: 'PK', prek: 'PK', transitionalkindergarten: 'TK', kindergarten: 'KG',
  k: 'KG', postsecondary: '13', ungraded: 'UG', other: 'Other' } as const
const codes = ['IT', 'PR', 'PK', 'TK', 'KG', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', 'PS', 'UG', 'Other']

const named = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth']

/** The code of one grade, or null: `9`, `09`, `9.0`, `9th` and `Grade 9` are `09`. Punctuation is looked at before it is thrown away: `1/2` is not 12. */
const oneGrade = (text: string): string | null => {
  const plain = text.trim().toLowerCase().replace(/\bgrades?\b|\bgr\b\.?/g, '').trim()
  const number = /^g?0*(\d{1,2})(?:\.0+)?(?:st|nd|rd|th|\.?[º°ª])?\.?$/.exec(plain)
  if (number) return Number(number[1]) === 0 ? 'KG' : Number(number[1]) <= 13 ? number[1]!.padStart(2, '0') : null
  if (/^-1(?:\.0+)?$/.test(plain)) return 'PK'
  if (named.includes(plain)) return String(named.indexOf(plain) + 1).padStart(2, '0')
  const word = plain.replace(/[^a-z0-9]/g, '')
  if (/\d/.test(word)) return null
  if (Object.hasOwn(early, word)) return early[word as keyof typeof early]
  return codes.find((code) => code.toLowerCase() === word) ?? null
}

/** CEDS entry grade levels, the codes OneRoster asks for. Others stay as they are. */
export const gradeCode = (text: string): string => oneGrade(text) ?? text.trim().slice(0, 40)

const span = ['PK', 'KG', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13']

/** The grades of a cell: `1/2`, `1-3`, `K-1` and `Grade 1 & 2` are several. What is none of this stays one text, whole. */
export const gradesOf = (text: string): string[] => {
  const single = oneGrade(text)
  if (single) return [single]
  const bare = text.replace(/\bgrades?\b|\bgr\b\.?/gi, ' ').trim()
  const range = /^([^-–—]+?)\s*(?:[-–—]|\bto\b|\bthrough\b|\bthru\b)\s*([^-–—]+)$/i.exec(bare)
  const ends = range && [oneGrade(range[1]!), oneGrade(range[2]!)].map((code) => span.indexOf(code ?? ''))
  if (ends && ends[0]! >= 0 && ends[1]! > ends[0]!) return span.slice(ends[0], ends[1]! + 1)
  const parts = bare.split(/\s*(?:[/&+,;|–—-]|\band\b|\by\b)\s*|\s+/i).filter((part) => part !== '').map(oneGrade)
  return parts.length > 1 && parts.every((code) => code !== null) ? [...new Set(parts)] : [text.trim()]
}

/** Place in the school's order; grades the standard does not know come last. */
export const gradeOrder = (code: string): number => {
  const place = codes.indexOf(code)
  return place === -1 ? 100 : place
}
export const isKnownGrade = (code: string) => codes.includes(code)
