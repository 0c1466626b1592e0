import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Screen } from '@/components/ui/screen'
import { Status } from '@/components/ui/status'
import { listContent } from '@/lib/domain/development/content-edit.server'
import { requirePage } from '@/lib/platform/context.server'

export async function generateMetadata() {
  return { title: (await getTranslations('content'))('title') }
}

/** What the development rooms say, and whose version it is. */
export default async function ContentPage() {
  const ctx = await requirePage('READ_CONTENT')
  const [t, lines] = await Promise.all([getTranslations('content'), listContent(ctx)])
  return (
    <Screen title={t('title')} description={t('about')}>
      <Card flush>
        <ul className="-mt-2">
          {lines.map(({ type, source, version, brokenAt }) => (
            <li key={type}>
              <Link href={`/content/${type}`} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2 first:border-0 hover:bg-sunken">
                <span className="min-w-0 flex-1 basis-48 font-medium">{t(`types.${type}`)}</span>
                {brokenAt ? <Status tone="bad">{t('broken', { path: brokenAt })}</Status> : <span className="text-soft">{t(`source.${source}`, { version })}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </Screen>
  )
}
