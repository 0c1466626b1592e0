import { useTranslations } from '#words'
import { Words } from '@/components/shell/words'
import { EmptyState } from '@/components/ui/empty-state'
import { Plain } from '@/components/ui/plain'
import type { Register } from '@/lib/domain/attendance/register'
import { LessonRows } from './lesson-rows'
import { RegisterBoard } from './register-board'

type RegisterRoomProps = { register: Register; title: string; userId: string; doneHref: string }

/** The tiles of a register, or the way to one where the campus takes them otherwise. */
export function RegisterRoom({ register, ...rest }: RegisterRoomProps) {
  const t = useTranslations('attendance')
  const { key, closedBecause, lessons, students, taken } = register
  if (closedBecause === 'period' && lessons.length > 0) return <Plain><LessonRows register={register} /></Plain>
  if (closedBecause === 'period' || closedBecause === 'daily') return <EmptyState title={t(`closed.${closedBecause}`)}>{t(closedBecause === 'period' ? 'noLesson' : 'takeDaily')}</EmptyState>
  return (
    <Words names={['attendance']}>
      {/* Another register, a newer one, or one of another list is another board: marks of the one must not be sent as those of the other. */}
      <RegisterBoard key={[key.date, key.periodId, taken?.version, ...students.map(({ id }) => id)].join()} register={register} {...rest} />
    </Words>
  )
}
