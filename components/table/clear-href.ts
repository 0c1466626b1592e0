import { listHref, type ListQuery } from '@/lib/platform/list'

export const clearHref = (query: ListQuery) =>
  listHref(query, { search: '', filters: Object.fromEntries(Object.keys(query.raw).map((name) => [name, null])) })
