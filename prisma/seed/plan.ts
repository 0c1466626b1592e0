/** What the demo organizations are: everything else follows from these facts. */
export type CampusPlan = {
  code: string; name: string; mascot: string; isOnline: boolean; address: string; description: string
  color: string; bgGradient: string; borderColor: string; textColor: string; bgLight: string
  grades: readonly string[]; sections: readonly string[]; classSize: number
  /** `own`: a homeroom teacher teaches nearly everything; `subject`: teachers of one subject each. */
  teaching: 'own' | 'subject'
}
export type OrganizationPlan = { name: string; domain: string; code: string; currency: string; campuses: readonly CampusPlan[] }

/** Code and name, youngest first. A list: an object would put `10` before `KG`. */
export const gradeNames: readonly (readonly [code: string, name: string])[] = [
  ['KG', 'Kindergarten'], ['01', 'Grade 1'], ['02', 'Grade 2'], ['03', 'Grade 3'], ['04', 'Grade 4'], ['05', 'Grade 5'], ['06', 'Grade 6'],
  ['07', 'Grade 7'], ['08', 'Grade 8'], ['09', 'Grade 9'], ['10', 'Grade 10'], ['11', 'Grade 11'], ['12', 'Grade 12'],
]

export const subjectNames = {
  LA: 'Language Arts', MA: 'Mathematics', SC: 'Science', SS: 'Social Studies', RD: 'Reading', AR: 'Art', MU: 'Music', PE: 'Physical Education', ES: 'Spanish', CS: 'Computing',
} as const
export type SubjectCode = keyof typeof subjectNames
export const coreSubjects: readonly SubjectCode[] = ['LA', 'MA', 'SC', 'SS', 'ES', 'CS']
export const ownSubjects: readonly SubjectCode[] = ['LA', 'MA', 'RD', 'SC', 'SS']
export const specialSubjects: readonly SubjectCode[] = ['AR', 'MU', 'PE']

/** The lessons of every school day: name, start, end. */
export const bells = [
  ['Period 1', '08:30', '09:20'],
  ['Period 2', '09:25', '10:15'],
  ['Period 3', '10:35', '11:25'],
  ['Period 4', '11:30', '12:20'],
  ['Period 5', '13:05', '13:55'],
  ['Period 6', '14:00', '14:50'],
] as const

export const demoPassword = 'homeroom-demo'

const elementary = ['KG', '01', '02', '03', '04', '05']
const secondary = ['06', '07', '08', '09', '10', '11', '12']

export const organizations: readonly OrganizationPlan[] = [
  {
    name: 'Cedar Valley Schools', domain: 'cedar.example', code: 'CV', currency: 'USD',
    campuses: [
      {
        code: 'RIV', name: 'Riverside Elementary', mascot: 'Otters', isOnline: false, address: '12 Mill Lane, Cedar Valley', description: 'Kindergarten to grade 5, by the river.',
        color: '#0f766e', bgGradient: 'linear-gradient(105deg, #0b5f58, #0e7490)', borderColor: '#14b8a6', textColor: '#134e4a', bgLight: '#f0fdfa', grades: elementary, sections: ['A', 'B'], classSize: 25, teaching: 'own',
      },
      {
        code: 'HIL', name: 'Hillcrest Secondary', mascot: 'Falcons', isOnline: false, address: '400 Ridge Road, Cedar Valley', description: 'Grades 6 to 12.',
        color: '#7c3aed', bgGradient: 'linear-gradient(105deg, #6d28d9, #3730a3)', borderColor: '#8b5cf6', textColor: '#4c1d95', bgLight: '#f5f3ff', grades: secondary, sections: ['A', 'B'], classSize: 30, teaching: 'subject',
      },
      {
        code: 'ONL', name: 'Cedar Online Academy', mascot: 'Foxes', isOnline: true, address: '', description: 'Grades 7 to 12, from anywhere.',
        color: '#c2410c', bgGradient: 'linear-gradient(105deg, #c2410c, #9f1239)', borderColor: '#f97316', textColor: '#7c2d12', bgLight: '#fff7ed', grades: secondary.slice(1), sections: ['O'], classSize: 30, teaching: 'subject',
      },
    ],
  },
  {
    name: 'Northwind Trust', domain: 'northwind.example', code: 'NW', currency: 'EUR',
    campuses: [
      {
        code: 'HAR', name: 'Harbour School', mascot: 'Seals', isOnline: false, address: '3 Quay Street, Northwind', description: 'A small school with a view of the sea.',
        color: '#1d4ed8', bgGradient: 'linear-gradient(105deg, #1e3a8a, #0369a1)', borderColor: '#3b82f6', textColor: '#1e3a8a', bgLight: '#eff6ff', grades: elementary, sections: ['A'], classSize: 20, teaching: 'own',
      },
    ],
  },
]
