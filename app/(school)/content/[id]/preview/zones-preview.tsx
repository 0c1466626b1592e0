import { zoneIcons } from '../../../zones/zone-icons'
import '../../../zones/zones.css'
import type { PreviewProps } from './payload-preview'

/** The question, the four colours, and what is offered after each. */
export const ZonesPreview = ({ payload, say }: PreviewProps<'zones'>) => (
  <>
    <p className="text-xl font-semibold">{say(payload.question)}</p>
    {payload.zones.map(({ key, name, about, strategies }) => {
      const Icon = zoneIcons[key]
      return (
        <section key={key} aria-label={say(name)} className="flex flex-col gap-2">
          <div className="zone" data-zone={key}>
            <Icon aria-hidden />
            <span><span className="block text-lg font-semibold">{say(name)}</span><span className="block text-sm">{say(about)}</span></span>
          </div>
          <ul className="flex list-disc flex-col gap-1 ps-5">{strategies.map((one, n) => <li key={n}>{say(one)}</li>)}</ul>
        </section>
      )
    })}
  </>
)
