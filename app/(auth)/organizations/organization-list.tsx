import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Status } from '@/components/ui/status'
import type { OrganizationChoice } from '@/lib/domain/access/support.server'
import { enterOrganizationAction } from '../actions'
import { AskDialog, ReopenButton, SuspendDialog } from './organization-deeds'

/** Every organization of the platform: whether one may look in, and the deeds of the platform. Entering works without a script. */
export function OrganizationList({ rows }: { rows: readonly OrganizationChoice[] }) {
  const t = useTranslations('organizations')
  const access = useTranslations('access')
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {rows.map(({ id, name, suspended, visit }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <div className="min-w-0 flex-1 basis-60">
            <p className="flex flex-wrap items-center gap-2 font-medium">{name}{suspended && <Status tone="bad">{t('suspended')}</Status>}</p>
            <p className="text-sm text-soft">{visit ? t(`visits.${visit.state}`, { until: visit.until ?? '' }) : t('visits.none')}</p>
          </div>
          <div className="flex flex-wrap gap-2">
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
