import {
  Banknote, Bell, BookOpen, BookText, Building2, CalendarCheck, CalendarDays, CalendarOff, CalendarRange, ClipboardList, DoorOpen, Eye, FileUp, Files,
  Fingerprint, GraduationCap, Hand, HandCoins, HeartHandshake, HeartPulse, History, House, KeyRound, Layers, LifeBuoy, ListChecks, MailOpen,
  Newspaper, Presentation, Receipt, School, ShieldCheck, Tags, Trash2, UserCog, Users,
  type LucideIcon,
} from 'lucide-react'
import type { Permission } from '@/lib/platform/permissions'

type Room = { key: string; href: string; icon: LucideIcon; needs: Permission | null; inside?: true }
type Group = { key: string; rooms: readonly Room[] }

/** Every room and where it hangs in the sidebar of whoever acts in it, or `inside` the one above it; names are in `messages/<locale>/navigation.json`. */
export const navigation: readonly Group[] = [
  {
    key: 'day',
    rooms: [
      { key: 'home', href: '/', icon: House, needs: null },
      { key: 'attendance', href: '/attendance', icon: CalendarCheck, needs: 'READ_ATTENDANCE' },
      { key: 'classes', href: '/classes', icon: Presentation, needs: 'READ_CLASSES' },
      { key: 'timetables', href: '/timetables', icon: CalendarDays, needs: 'UPDATE_TIMETABLES' },
    ],
  },
  {
    key: 'people',
    rooms: [
      { key: 'students', href: '/students', icon: GraduationCap, needs: 'READ_STUDENTS' },
      { key: 'guardians', href: '/guardians', icon: HeartHandshake, needs: 'READ_GUARDIANS' },
      { key: 'staff', href: '/staff', icon: Users, needs: 'READ_STAFF' },
      { key: 'documents', href: '/documents', icon: Files, needs: 'CREATE_DOCUMENTS' },
    ],
  },
  {
    key: 'money',
    rooms: [
      { key: 'billing', href: '/billing', icon: HandCoins, needs: 'READ_INVOICES' },
      { key: 'invoices', href: '/invoices', icon: Receipt, needs: 'CREATE_INVOICES' },
      { key: 'payments', href: '/payments', icon: Banknote, needs: 'RECORD_PAYMENTS' },
      { key: 'feePlans', href: '/fee-plans', icon: Tags, needs: 'CREATE_FEE_PLANS' },
    ],
  },
  {
    key: 'development',
    rooms: [
      { key: 'walkthroughs', href: '/walkthroughs', icon: Eye, needs: 'READ_WALKTHROUGHS' },
      { key: 'walkthroughOverview', href: '/walkthroughs/overview', icon: Eye, needs: 'CREATE_WALKTHROUGHS', inside: true },
      { key: 'frame', href: '/frame', icon: Newspaper, needs: 'READ_FRAME_ENTRIES' },
      { key: 'safetyQuiz', href: '/safety-quiz', icon: ShieldCheck, needs: 'TAKE_QUIZZES' },
      { key: 'safetyBoard', href: '/safety-quiz/board', icon: ShieldCheck, needs: 'READ_QUIZ_RESULTS', inside: true },
      { key: 'zones', href: '/zones', icon: HeartPulse, needs: 'CREATE_PROGRESS' },
      { key: 'personality', href: '/personality-quiz', icon: Fingerprint, needs: 'TAKE_QUIZZES' },
      { key: 'team', href: '/personality-quiz/team', icon: Fingerprint, needs: 'TAKE_QUIZZES', inside: true },
      { key: 'signs', href: '/signs', icon: Hand, needs: 'CREATE_PROGRESS' },
    ],
  },
  {
    key: 'setup',
    rooms: [
      { key: 'campuses', href: '/campuses', icon: Building2, needs: 'CREATE_CAMPUSES' },
      { key: 'setup', href: '/setup', icon: ListChecks, needs: 'CREATE_ACADEMIC_YEARS' },
      { key: 'organization', href: '/setup/organization', icon: School, needs: 'UPDATE_ORGANIZATIONS', inside: true },
      { key: 'academicYears', href: '/setup/academic-years', icon: CalendarRange, needs: 'CREATE_ACADEMIC_YEARS', inside: true },
      { key: 'terms', href: '/setup/terms', icon: CalendarRange, needs: 'CREATE_ACADEMIC_YEARS', inside: true },
      { key: 'specialDays', href: '/setup/special-days', icon: CalendarOff, needs: 'CREATE_ACADEMIC_YEARS', inside: true },
      { key: 'grades', href: '/setup/grades', icon: Layers, needs: 'CREATE_GRADES', inside: true },
      { key: 'subjects', href: '/setup/subjects', icon: BookOpen, needs: 'CREATE_SUBJECTS', inside: true },
      { key: 'attendanceReasons', href: '/setup/attendance-reasons', icon: ClipboardList, needs: 'CREATE_ATTENDANCE_REASONS' },
      { key: 'rooms', href: '/setup/rooms', icon: DoorOpen, needs: 'CREATE_TIMETABLES', inside: true },
      { key: 'bellSchedules', href: '/setup/bell-schedules', icon: Bell, needs: 'CREATE_TIMETABLES', inside: true },
      { key: 'content', href: '/content', icon: BookText, needs: 'UPDATE_CONTENT' },
      { key: 'imports', href: '/imports', icon: FileUp, needs: 'READ_IMPORTS' },
      { key: 'users', href: '/users', icon: UserCog, needs: 'CREATE_USERS' },
      { key: 'roles', href: '/roles', icon: KeyRound, needs: 'UPDATE_ROLES' },
      { key: 'support', href: '/support', icon: LifeBuoy, needs: 'UPDATE_ORGANIZATIONS' },
      { key: 'outbox', href: '/outbox', icon: MailOpen, needs: 'UPDATE_ORGANIZATIONS' },
      { key: 'trash', href: '/trash', icon: Trash2, needs: 'DELETE_GRADES' },
      { key: 'audit', href: '/audit', icon: History, needs: 'READ_AUDIT_EVENTS' },
    ],
  },
]
