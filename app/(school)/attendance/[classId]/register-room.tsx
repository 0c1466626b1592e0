import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import type { Register } from '@/lib/domain/attendance/register'
import { LessonRows } from './lesson-rows'
import { RegisterBoard } from './register-board'

type RegisterRoomProps = { register: Register; title: string; userId: string; doneHref: string }

/** The tiles of a register, or the way to one where the campus takes them otherwise. */
export function RegisterRoom({ register, ...rest }: RegisterRoomProps) {
  const t = useTranslations('attendance')
  const { key, closedBecause, isSchoolDay, students, taken } = register
  // On a day off no lesson is given; one whose register was taken all the same can be seen.
  const lessons = register.lessons.filter((lesson) => isSchoolDay || lesson.taken)
  if (closedBecause === 'period' && lessons.length > 0) return <LessonRows register={{ ...register, lessons }} />
  if (closedBecause === 'period' || closedBecause === 'daily') return <EmptyState title={t(`closed.${closedBecause}`)}>{t(closedBecause === 'period' ? 'noLesson' : 'takeDaily')}</EmptyState>
  // Another register, a newer one, or one of another list is another board: marks of the one must not be sent as those of the other.
  const board = [key.date, key.periodId, taken?.version, ...students.map(({ id }) => id)].join()
  return <RegisterBoard key={board} register={register} {...rest} />
}
