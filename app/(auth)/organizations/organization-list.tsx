import { Building2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Status } from '@/components/ui/status'
import type { OrganizationChoice } from '@/lib/domain/access/support.server'
import { enterOrganizationAction } from '../actions'
import { AskDialog, InviteAgainDialog, ReopenButton, SuspendDialog } from './organization-deeds'

/** Every organization of the platform: whether one may look in, and the deeds of the platform. Entering works without a script. */
export function OrganizationList({ rows }: { rows: readonly OrganizationChoice[] }) {
  const t = useTranslations('organizations')
  const access = useTranslations('access')
  if (rows.length === 0) return <EmptyState icon={<Building2 aria-hidden />} title={t('empty')}>{t('emptyHint')}</EmptyState>
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {rows.map(({ id, name, suspended, founder, visit }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <div className="min-w-0 flex-1 basis-60">
            <p className="flex flex-wrap items-center gap-2 font-medium">{name}{suspended && <Status tone="bad">{t('suspended')}</Status>}</p>
            <p className="text-sm text-soft">{visit ? t(`visits.${visit.state}`, { until: visit.until ?? '' }) : t('visits.none')}</p>
            {founder && <p className="text-sm text-pretty break-words">{t(`founder.${founder.mail}`, { email: founder.email, since: founder.since })}</p>}
          </div>
          <div className="flex flex-wrap gap-2">
            {founder?.link && <a href={founder.link} target="_blank" rel="noreferrer" className={buttonClass()} aria-label={`${t('founder.link')}: ${founder.email}`}>{t('founder.link')}</a>}
            {founder && !suspended && <InviteAgainDialog organizationId={id} name={name} email={founder.email} />}
            {suspended ? <ReopenButton organizationId={id} name={name} /> : <SuspendDialog organizationId={id} name={name} />}
            {visit?.state === 'open' ? (
              <form action={enterOrganizationAction}>
                <Button type="submit" variant="primary" name="organizationId" value={id} aria-label={`${access('enter')}: ${name}`}>{access('enter')}</Button>
              </form>
            ) : visit?.state !== 'asked' && <AskDialog organizationId={id} name={name} />}
          </div>
        </li>
      ))}
    </ul>
  )
}
