import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import type { Register } from '@/lib/domain/attendance/register'
import { LessonRows } from './lesson-rows'
import { RegisterBoard } from './register-board'

type RegisterRoomProps = { register: Register; title: string; userId: string; doneHref: string }

/** The tiles of a register, or the way to one where the campus takes them otherwise. */
export function RegisterRoom({ register, ...rest }: RegisterRoomProps) {
  const t = useTranslations('attendance')
  const { key, closedBecause, lessons, students, taken } = register
  if (closedBecause === 'period' && lessons.length > 0) return <LessonRows register={register} />
  if (closedBecause === 'period' || closedBecause === 'daily') return <EmptyState title={t(`closed.${closedBecause}`)}>{t(closedBecause === 'period' ? 'noLesson' : 'takeDaily')}</EmptyState>
  // Another register, a newer one, or one of another list is another board: marks of the one must not be sent as those of the other.
  const board = [key.date, key.periodId, taken?.version, ...students.map(({ id }) => id)].join()
  return <RegisterBoard key={board} register={register} {...rest} />
}
