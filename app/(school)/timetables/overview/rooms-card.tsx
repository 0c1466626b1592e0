import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import type { RoomNow } from '@/lib/domain/timetable/overview.server'
import type { PlainTime } from '@/lib/platform/time'

/** What is on now, room by room: those in use first. */
export function RoomsCard({ rooms, nextAt }: { rooms: readonly RoomNow[]; nextAt: PlainTime | null }) {
  const t = useTranslations('timetables.overview')
  const isQuiet = rooms.every(({ now }) => now === null)
  const sorted = [...rooms].sort((a, b) => Number(b.now !== null) - Number(a.now !== null))
  return (
    <Card title={t('now')} flush>
      {isQuiet && <p className="border-t border-line px-4 py-3 text-soft">{nextAt ? t('nobodyText', { when: nextAt }) : t('noMore')}</p>}
      <ul className="grid md:grid-cols-2 lg:grid-cols-3">
        {sorted.map(({ room, now, next }) => (
          <li key={room} className="flex min-h-14 items-start gap-3 border-t border-line px-4 py-2.5">
            <span className="w-24 shrink-0 font-semibold">{room}</span>
            <span className="min-w-0 flex-1">
              {now ? <Link prefetch={false} href={`/classes/${now.classId}/timetable`} className="block font-medium hover:underline">{`${now.className} ${now.subject}`}</Link> : <span className="block text-soft">{t('free')}</span>}
              <span className="block truncate text-sm text-soft">{now ? [now.teacher, t('until', { time: now.endsAt })].filter(Boolean).join(' · ') : next && t('next', { time: next.startsAt, what: `${next.className} ${next.subject}` })}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
