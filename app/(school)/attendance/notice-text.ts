import type { useTranslations } from 'next-intl'
import type { NoticeShown } from '@/lib/domain/attendance/notice'

type Words = ReturnType<typeof useTranslations<'attendance'>>

/** What was said, why, and by whom. */
export const noticeFacts = (t: Words, { kind, channel, reason, reportedBy, atTime }: NoticeShown, minutesLate: number | null = null) =>
  [minutesLate ? t('lateBy', { minutes: minutesLate }) : t(`office.kinds.${kind}`), atTime, reason, [t(`office.channels.${channel}`), reportedBy].filter(Boolean).join(', ')].filter(Boolean).join(' · ')

/** The same beside a mark: that it is the office's. */
export const noticeText = (t: Words, notice: NoticeShown) => t('office.said', { what: noticeFacts(t, notice) })
