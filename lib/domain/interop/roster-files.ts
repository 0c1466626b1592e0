/** Facts of the OneRoster CSV binding 1.0, 1.1 and 1.2: files and columns this system reads, and how it knows them. */

export type CellKind =
  | 'id' | 'ids' | 'key' | 'name' | 'text' | 'list' | 'grades' | 'date' | 'flag' | 'email'
  | 'orgType' | 'sessionType' | 'classType' | 'role' | 'enrollmentRole' | 'roleType' | 'sex' | 'relationship' | 'status'

/** `must`: a row without it is left out (`blank`: only the column must be there). `soft`: a bad value is dropped with a warning, the row stays. `endless`: 9999-12-31 says "no end". */
export type Column = { name: string; kind: CellKind; must?: true; blank?: true; soft?: true; endless?: true; also?: readonly string[] }

const common: Column[] = [
  { name: 'sourcedId', kind: 'id', must: true },
  { name: 'status', kind: 'status' },
  { name: 'dateLastModified', kind: 'text', also: ['dataLastModified', 'lastModified'] },
]
const grades: Column = { name: 'grades', kind: 'grades', also: ['grade'] }
const subjects: Column[] = [
  { name: 'subjects', kind: 'list', also: ['subject'] },
  { name: 'subjectCodes', kind: 'list', also: ['subjectCode'] },
]

export const rosterColumns = {
  orgs: [
    ...common,
    { name: 'name', kind: 'text', must: true },
    { name: 'type', kind: 'orgType', must: true },
    { name: 'identifier', kind: 'key', soft: true },
    { name: 'parentSourcedId', kind: 'id', also: ['parent'] },
  ],
  academicSessions: [
    ...common,
    { name: 'title', kind: 'text', must: true },
    { name: 'type', kind: 'sessionType', must: true },
    { name: 'startDate', kind: 'date', must: true },
    { name: 'endDate', kind: 'date', must: true },
    { name: 'parentSourcedId', kind: 'id', also: ['parent'] },
    { name: 'schoolYear', kind: 'text' },
  ],
  courses: [
    ...common,
    { name: 'title', kind: 'text', must: true },
    { name: 'courseCode', kind: 'text' },
    grades,
    ...subjects,
  ],
  classes: [
    ...common,
    { name: 'title', kind: 'text', must: true },
    grades,
    { name: 'courseSourcedId', kind: 'id' },
    { name: 'classCode', kind: 'text' },
    { name: 'classType', kind: 'classType', soft: true },
    { name: 'location', kind: 'text', also: ['room'] },
    { name: 'schoolSourcedId', kind: 'id', must: true, also: ['orgSourcedId'] },
    { name: 'termSourcedIds', kind: 'ids', also: ['termSourcedId', 'terms'] },
    ...subjects,
  ],
  users: [
    ...common,
    { name: 'orgSourcedIds', kind: 'ids', also: ['orgSourcedId', 'orgs'] },
    { name: 'role', kind: 'role' },
    { name: 'givenName', kind: 'name', must: true, blank: true, also: ['firstName'] },
    { name: 'familyName', kind: 'name', must: true, blank: true, also: ['lastName'] },
    { name: 'identifier', kind: 'key', soft: true },
    { name: 'email', kind: 'email', soft: true },
    { name: 'sms', kind: 'text' },
    { name: 'phone', kind: 'text' },
    { name: 'agentSourcedIds', kind: 'ids', also: ['agents', 'agentSourcedId'] },
    grades,
    { name: 'preferredGivenName', kind: 'name', also: ['prefferedGivenName', 'preferedGivenName', 'preferredFirstName'] },
    { name: 'primaryOrgSourcedId', kind: 'id' },
    { name: 'relationship', kind: 'relationship', soft: true, also: ['metadata.relationship', 'metadata.relation', 'relation'] },
  ],
  roles: [
    ...common,
    { name: 'userSourcedId', kind: 'id', must: true },
    { name: 'roleType', kind: 'roleType', soft: true },
    { name: 'role', kind: 'role', must: true },
    { name: 'beginDate', kind: 'date', soft: true, also: ['startDate'] },
    { name: 'endDate', kind: 'date', soft: true, endless: true },
    { name: 'orgSourcedId', kind: 'id', also: ['orgSourcedIds'] },
  ],
  demographics: [
    { name: 'sourcedId', kind: 'id', must: true, also: ['userSourcedId'] },
    ...common.slice(1),
    { name: 'birthDate', kind: 'date', soft: true, also: ['birthdate', 'dateOfBirth'] },
    { name: 'sex', kind: 'sex', soft: true, also: ['gender'] },
  ],
  enrollments: [
    ...common,
    { name: 'classSourcedId', kind: 'id', must: true },
    { name: 'userSourcedId', kind: 'id', must: true },
    { name: 'role', kind: 'enrollmentRole', must: true },
    { name: 'primary', kind: 'flag', soft: true },
    { name: 'beginDate', kind: 'date', also: ['startDate'] },
    { name: 'endDate', kind: 'date', endless: true },
  ],
} as const satisfies Record<string, readonly Column[]>

export type RosterFile = keyof typeof rosterColumns
/** In the order in which rows are read, by dependency (1EdTech OneRoster 1.2, CSV binding). */
export const rosterFiles = Object.keys(rosterColumns) as RosterFile[]
export const columnsOf = (file: RosterFile): readonly Column[] => rosterColumns[file]

/** Known columns that are read past without a word: nothing here needs them, or (password) nobody may. */
const passedOver: Partial<Record<RosterFile, readonly string[]>> = {
  courses: ['schoolYearSourcedId', 'schoolYearId', 'orgSourcedId'],
  classes: ['periods'],
  users: ['enabledUser', 'username', 'userIds', 'userId', 'middleName', 'password', 'userMasterIdentifier', 'resourceSourcedIds',
    'preferredMiddleName', 'preferredFamilyName', 'pronouns'],
  roles: ['userProfileSourcedId'],
  demographics: ['americanIndianOrAlaskaNative', 'nativeAmericanOrAlaskaNative', 'asian', 'blackOrAfricanAmerican',
    'nativeHawaiianOrOtherPacificIslander', 'nativeAmericanOrOtherPacificIslander', 'white', 'demographicRaceTwoOrMoreRaces',
    'hispanicOrLatinoEthnicity', 'countryOfBirthCode', 'stateOfBirthAbbreviation', 'cityOfBirth', 'publicSchoolResidenceStatus'],
  enrollments: ['schoolSourcedId'],
}
export const passedOverOf = (file: RosterFile): readonly string[] => passedOver[file] ?? []

/** Files of the standard that hold no roster. */
const otherFiles = ['userProfiles', 'categories', 'lineItems', 'results', 'resources', 'classResources', 'courseResources',
  'courseResourses', 'userResources', 'scoreScales', 'lineItemScoreScales', 'resultScoreScales',
  'lineItemLearningObjectiveIds', 'resultLearningObjectiveIds']

const known = new Map([...rosterFiles, ...otherFiles, 'manifest'].map((name) => [name.toLowerCase(), name]))

/** The standard's name of a file (`users` for `Users.CSV`), or null for a stranger. */
export const standardName = (fileName: string): string | null =>
  known.get(fileName.toLowerCase().replace(/\.csv$/, '').replace(/[\s_-]/g, '')) ?? null

export const isRosterFile = (name: string): name is RosterFile => name in rosterColumns
