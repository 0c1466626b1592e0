'use client'

import dynamic from 'next/dynamic'
import Link from 'next/link'
import { Phone } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { FormDialog } from '@/components/form/form-dialog'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PhoneLink } from '@/components/ui/phone-link'
import { Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import type { ToCall } from '@/lib/domain/attendance/chasing.server'
import type { ReasonChoice } from '@/lib/domain/attendance/reason.server'
import type { PlainDate } from '@/lib/platform/time'

/** The list is looked at, the form used for some of it: it comes with the first call. */
const CallForm = dynamic(() => import('./call-form'), { ssr: false, loading: () => <Skeleton className="h-48 w-full" /> })

type CallListProps = { rows: readonly ToCall[]; date: PlainDate; timeZone: string; reasons: readonly ReasonChoice[]; ofOneCampus: boolean }

/** Absences that nobody has explained: whom to call, who was called, and what came of it. */
export function CallList({ rows, date, timeZone, reasons, ofOneCampus }: CallListProps) {
  const t = useTranslations('attendance.chasing')
  const office = useTranslations('attendance.office')
  const format = useFormatter()
  return (
    <Card title={t('toCall')} aside={<Badge>{rows.length}</Badge>} flush>
      {rows.length === 0 && <p className="tone-ok border-t border-line px-4 py-3 text-soft"><span className="share-word">{t('allExplained')}</span></p>}
      <ul>
        {rows.map(({ studentId, name, className, campusName, guardian, phone, calls: [last] }) => (
          <li key={studentId} className="flex items-start gap-3 border-t border-line px-4 py-2.5">
            <span className="min-w-0 flex-1">
              <Link href={`/attendance/students/${studentId}/${date}`} className="tap font-medium hover:underline">{name}</Link>
              <span className="ms-2 text-sm text-soft">{[className, !ofOneCampus && campusName].filter(Boolean).join(' · ')}</span>
              <span className="block text-sm text-soft">{guardian ?? t('noGuardian')}{phone && <>{' · '}<PhoneLink number={phone} className="tap text-campus-text underline" /></>}</span>
              {last && <span className="mt-1 block"><Status tone={last.outcome === 'explained' ? 'ok' : 'warn'}>{`${office(`outcomes.${last.outcome}`)} ${format.dateTime(new Date(last.at), { timeStyle: 'short', timeZone })}`}</Status></span>}
            </span>
            <FormDialog title={t('callOf', { name })} description={[guardian, phone].filter(Boolean).join(' · ')} trigger={<Button size="sm" aria-label={t('callOf', { name })}><Phone aria-hidden />{t('record')}</Button>}>
              {(done) => <CallForm studentId={studentId} date={date} reasons={reasons} onSaved={() => done(t('recorded'))} />}
            </FormDialog>
          </li>
        ))}
      </ul>
    </Card>
  )
}
