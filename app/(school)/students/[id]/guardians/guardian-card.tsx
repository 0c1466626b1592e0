import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Face } from '@/components/ui/face'
import { Notice } from '@/components/ui/notice'
import { PhoneLink } from '@/components/ui/phone-link'
import { Status } from '@/components/ui/status'
import type { GuardianOf } from '@/lib/domain/people/guardian-link.server'
import { toDate } from '@/lib/platform/time'
import { LinkEditor } from '../../../guardians/link-editor'

/** Somebody who answers for the student: how to reach them, and what they may. */
export function GuardianCard({ row, today, mayLink }: { row: GuardianOf; today: string; mayLink: boolean }) {
  const [t, words] = [useTranslations('students.guardians'), useTranslations('guardians')]
  const format = useFormatter()
  const { guardian, siblings, custodyNote, custodyFrom, custodyUntil } = row
  const day = (date: string) => format.dateTime(toDate(date), { dateStyle: 'medium', timeZone: 'UTC' })
  const holds = custodyNote && (!custodyFrom || custodyFrom <= today) && (!custodyUntil || custodyUntil >= today)
  const flags = (['livesWith', 'receivesMail', 'pays'] as const).filter((flag) => row[flag])
  return (
    <article className="flex h-full flex-col gap-3 rounded-lg border border-line bg-raised p-4">
      <header className="flex items-start gap-3">
        <Face name={guardian.fullName} photo={guardian.photo} size={40} />
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold"><Link href={`/guardians/${guardian.id}`} className="hover:underline">{guardian.fullName}</Link></h2>
          <p className="text-soft">{[words(`relationships.${row.relationship}`), row.emergencyOrder && t('call', { order: row.emergencyOrder })].filter(Boolean).join(' · ')}</p>
        </div>
        {mayLink && <LinkEditor row={row} title={t('editTitle', { name: guardian.fullName })} name={guardian.fullName} />}
      </header>
      {custodyNote && (
        <Notice tone={holds ? 'bad' : 'quiet'} title={words('link.custodyNote')}>
          <p className="whitespace-pre-line">{custodyNote}</p>
          {(custodyFrom || custodyUntil) && <p className="text-soft">{[custodyFrom && t('from', { date: day(custodyFrom) }), custodyUntil && t('until', { date: day(custodyUntil) })].filter(Boolean).join(' · ')}</p>}
        </Notice>
      )}
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {guardian.phone ? <PhoneLink number={guardian.phone} className="font-medium text-campus-text hover:underline pointer-coarse:py-3" /> : null}
        {guardian.email ? <a href={`mailto:${guardian.email}`} className="min-w-0 break-words font-medium text-campus-text hover:underline pointer-coarse:py-3">{guardian.email}</a> : null}
        {!guardian.phone && !guardian.email && <Status tone="warn" icon="alert">{words('contact.unreachable')}</Status>}
      </p>
      <p className="flex flex-wrap gap-2">
        <Status tone={row.mayPickUp ? 'ok' : 'quiet'}>{words(row.mayPickUp ? 'link.mayPickUp' : 'link.mayNotPickUp')}</Status>
        {flags.map((flag) => <Status key={flag} tone="quiet">{words(`link.${flag}`)}</Status>)}
      </p>
      {siblings.length > 0 && (
        <p className="text-sm text-soft">
          {t('siblings')}{' '}
          {siblings.map(({ id, name }, i) => <span key={id}>{i > 0 && ', '}<Link href={`/students/${id}`} className="font-medium text-campus-text hover:underline">{name}</Link></span>)}
        </p>
      )}
    </article>
  )
}
