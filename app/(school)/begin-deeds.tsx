import type { ReactNode } from 'react'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import type { Ctx } from '@/lib/platform/context'

/** How an empty list is filled: one by one, or by a roster. */
export async function BeginDeeds({ ctx, children }: { ctx: Ctx; children: ReactNode }) {
  const t = await getTranslations('setup.guide')
  return <>{children}{ctx.can('RUN_IMPORTS') && ctx.role.reach === 'organization' && <LinkButton href="/imports/new">{t('import')}</LinkButton>}</>
}
