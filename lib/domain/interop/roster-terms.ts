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

/** CEDS entry grade levels, the codes OneRoster asks for: `9`, `9th` and `Grade 9` are `09`. Others stay as they are. */
export const gradeCode = (text: string): string => {
  const word = text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const number = /^(?:grade|gr|g)?0?(\d{1,2})(?:st|nd|rd|th)?(?:grade)?$/.exec(word)
  if (number && Number(number[1]) >= 1 && Number(number[1]) <= 13) return String(Number(number[1])).padStart(2, '0')
  if (Object.hasOwn(early, word)) return early[word as keyof typeof early]
  return codes.find((code) => code.toLowerCase() === word) ?? text.trim().slice(0, 40)
}

/** Place in the school's order; grades the standard does not know come last. */
export const gradeOrder = (code: string): number => {
  const place = codes.indexOf(code)
  return place === -1 ? 100 : place
}
export const isKnownGrade = (code: string) => codes.includes(code)
