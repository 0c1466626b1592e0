import type { useTranslations } from 'next-intl'
import type { NoticeShown } from '@/lib/domain/attendance/notice'

/** What the office knows, in one line: that it is the office's, what, why, and from whom. */
export const noticeText = (t: ReturnType<typeof useTranslations<'attendance'>>, { kind, channel, reason, reportedBy, atTime }: NoticeShown) =>
  t('office.said', { what: [t(`office.kinds.${kind}`), atTime, reason, [t(`office.channels.${channel}`), reportedBy].filter(Boolean).join(', ')].filter(Boolean).join(' · ') })
