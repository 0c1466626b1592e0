'use client'

export { ForbiddenPage as default } from '@/components/shell/forbidden-page'
