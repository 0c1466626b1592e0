import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { Screen } from '@/components/ui/screen'
import { auditList } from '@/lib/domain/access/audit-event'
import { listAuditEvents, peopleWhoAct } from '@/lib/domain/access/audit-event.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { historyLines } from '../history/history-lines.server'
import { chosenRecord } from './record-choices.server'
import { AuditDays } from './audit-days'
import { AuditTable } from './audit-table'

export async function generateMetadata() {
  return { title: (await getTranslations('audit'))('title') }
}

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const ctx = await requirePage('READ_AUDIT_EVENTS')
  // The history of an organization is one: whoever sees a part of it reads it on each record.
  if (ctx.role.reach !== 'organization') forbidden()
  const query = parseList(auditList, await searchParams)
  const [t, page, people] = await Promise.all([getTranslations('audit'), listAuditEvents(ctx, query), peopleWhoAct(ctx)])
  const lines = await historyLines(ctx, page.rows)
  const rows = page.rows.map(({ id, entity, entityId }, i) => ({ ...lines[i]!, id, entity, record: entityId }))
  const record = await chosenRecord(ctx, query.filters.record, page.rows[0]?.entity)
  return (
    <Screen title={t('title')} description={t('description')} wide>
      <AuditDays key={JSON.stringify(query.raw)} view={viewOf(query)} record={record} />
      <AuditTable view={viewOf(query)} page={{ ...page, rows }} people={people} />
    </Screen>
  )
}
