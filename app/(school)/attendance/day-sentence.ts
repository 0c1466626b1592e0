import { useTranslations } from 'next-intl'
import type { StudentDay } from '@/lib/domain/attendance/student-year.server'

/** Why a day is what it is, in one sentence: of how many lessons how many were missed, and what the rule makes of that. */
export function useDaySentence() {
  const t = useTranslations('attendance')
  return ({ letter, why, byLesson, minutes }: Pick<StudentDay, 'letter' | 'why' | 'byLesson' | 'minutes'>) => {
    const made = t(`letters.${letter}`)
    if (!why) return made
    if (!byLesson) return minutes > 0 ? t('explained.late', { made, minutes }) : made
    if (why.missed === 0) return why.late > 0 ? t('explained.lateTo', { made, late: why.late, lessons: why.lessons, minutes }) : t('explained.all', { made, lessons: why.lessons })
    return t('explained.missed', { made, missed: why.missed, lessons: why.lessons, excused: why.excused, tooLate: why.tooLate })
  }
}
