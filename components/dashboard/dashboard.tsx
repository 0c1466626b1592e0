import type { ReactNode } from 'react'

/** A page of cards below a hero, at most seven; a card says how many of the twelve columns it takes by `span`. */
export const Dashboard = ({ hero, notice, children }: { hero: ReactNode; notice?: ReactNode; children: ReactNode }) => (
  <>
    {hero}
    <div className="screen mx-auto w-full flex-1">
      {notice && <div className="pt-4 empty:hidden">{notice}</div>}
      <div className="dashboard">{children}</div>
    </div>
  </>
)
