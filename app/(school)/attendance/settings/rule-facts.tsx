import { useTranslations } from 'next-intl'
import type { CampusRules } from '@/lib/domain/attendance/campus-rules'

/** How a campus takes attendance, in sentences. */
export function RuleFacts({ rules }: { rules: CampusRules }) {
  const t = useTranslations('attendance.settings')
  const { registerMode, dayRule, halfDayPercent, wholeDayPercent, missedAfterMinutes, startsAt, lateAfterMinutes, registerDueAt, editableDays, schoolDays, staffCheckIn, staffDueAt } = rules
  const facts = [
    [t('registerMode'), t(`modes.${registerMode}`)],
    [t('schoolDays'), schoolDays.map((day) => t(`weekdays.${day}`)).join(', ')],
    [t('times'), t('timesText', { starts: startsAt, minutes: lateAfterMinutes, due: registerDueAt })],
    [t('lock'), t('lockText', { days: editableDays })],
    ...(registerMode === 'period' ? [[t('dayRule'), [dayRule === 'any_lesson' ? t('rules.any_lesson') : t('shareText', { half: halfDayPercent ?? 0, whole: wholeDayPercent }), missedAfterMinutes && t('missedText', { minutes: missedAfterMinutes })].filter(Boolean).join(' ')]] : []),
    [t('staff'), staffCheckIn ? t('staffText', { time: staffDueAt }) : t('staffOffice')],
  ] as const
  return (
    <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-[minmax(9rem,auto)_1fr]">
      {facts.map(([label, text]) => <div key={label} className="contents"><dt className="text-soft">{label}</dt><dd className="pb-2 sm:pb-0">{text}</dd></div>)}
    </dl>
  )
}
