import { Chart, type ChartProps } from '@/components/chart/chart'
import { Card } from '@/components/ui/card'

/** A chart of a dashboard; its table is one tap away. */
export const ChartCard = ({ span, ...chart }: ChartProps & { span?: 4 | 5 | 6 | 7 }) => (
  <Card span={span}>
    <Chart {...chart} />
  </Card>
)
