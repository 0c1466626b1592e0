import { hatchId, type Look } from './look'

/** Bars after the first are hatched, each at its own angle, so that they differ without their colour. */
export const Hatches = ({ id, looks }: { id: string; looks: readonly Look[] }) => (
  <defs>
    {looks.map(({ color }, i) => (
      <pattern key={color} id={hatchId(id, i)} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={`rotate(${i * 45})`}>
        <rect width="6" height="6" fill={color} fillOpacity="0.25" />
        <rect width="3" height="6" fill={color} />
      </pattern>
    ))}
  </defs>
)
