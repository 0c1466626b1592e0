import 'server-only'

export { beginsWith, searchWords } from './name'
