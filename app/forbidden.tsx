'use client'

import { ForbiddenPage } from '@/components/shell/forbidden-page'

export default function Forbidden() {
  return (
    <main>
      <ForbiddenPage />
    </main>
  )
}
