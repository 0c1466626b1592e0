import type { ComponentProps, ReactNode } from 'react'
import { RecordHeader } from './record-header'
import { RecordTabs } from './record-tabs'

type RecordFrameProps = Omit<ComponentProps<typeof RecordHeader>, 'tabs'> & ComponentProps<typeof RecordTabs> & {
  /** What has to be known whichever tab is open. */
  notice?: ReactNode
  children: ReactNode
}

/** A record: its header with the tabs, and the tab that is open. */
export const RecordFrame = ({ label, path, tabs, notice, children, ...header }: RecordFrameProps) => (
  <div className="screen mx-auto flex w-full flex-1 flex-col">
    <RecordHeader {...header} tabs={<RecordTabs {...{ label, path, tabs }} />} />
    <div className="flex flex-1 flex-col gap-4">
      {notice}
      {children}
    </div>
  </div>
)
