import { getFormatter, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Notice } from '@/components/ui/notice'
import { Screen } from '@/components/ui/screen'
import { getContent } from '@/lib/domain/development/content.server'
import { getPayload, listVersions } from '@/lib/domain/development/content-edit.server'
import { isContentType } from '@/lib/domain/development/content-type'
import { requirePage } from '@/lib/platform/context.server'
import './content.css'
import { PayloadEditor } from './payload-editor'
import { VersionList } from './version-list'

export async function generateMetadata({ params }: PageProps<'/content/[id]'>) {
  const [{ id }, t] = await Promise.all([params, getTranslations('content')])
  return { title: isContentType(id) ? t(`types.${id}`) : t('title') }
}

/** One type of content: every text in both languages, its versions, and the way out and in as a file. */
export default async function ContentTypePage({ params }: PageProps<'/content/[id]'>) {
  const ctx = await requirePage('READ_CONTENT')
  const { id } = await params
  if (!isContentType(id)) notFound()
  const [t, format, content, { payload, version }, versions] = await Promise.all([getTranslations('content'), getFormatter(), getContent(ctx, id), getPayload(ctx, id), listVersions(ctx, id)])
  const shown = versions.map(({ by, at, ...one }) => ({ ...one, by: t('by', { by: by ?? t('somebody'), when: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone: ctx.timeZone }) }) }))
  const may = ctx.can('UPDATE_CONTENT')
  return (
    <Screen title={t(`types.${id}`)} description={t(`source.${content.source}`, { version })} wide>
      {content.brokenAt && <Notice tone="bad" title={t('broken', { path: content.brokenAt })} />}
      <PayloadEditor key={version} type={id} version={version} payload={payload} shown={content.payload} may={may} />
      <VersionList type={id} version={version} versions={shown} may={may} />
    </Screen>
  )
}
