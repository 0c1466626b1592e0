import { clsx } from 'clsx'

/** Keeps the place and size of what is coming. */
export const Skeleton = ({ className }: { className: string }) => <div className={clsx('skeleton', className)} aria-hidden="true" />
