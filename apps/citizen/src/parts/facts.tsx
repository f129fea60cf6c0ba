// Names and values, one under the other.
import type { ReactNode } from 'react';

interface FactsProps {
  items: { name: string; value: ReactNode; action?: ReactNode; strong?: boolean }[];
}

export const Facts = ({ items }: FactsProps) => (
  <dl className="facts facts-ruled">
    {items.map(({ name, value, action, strong }) => (
      <div
        key={name}
        className={`${strong ? 'facts-strong' : ''}${action ? ' facts-with-action' : ''}`.trim() || undefined}
      >
        <dt>{name}</dt>
        <dd>{value}</dd>
        {action && <dd className="facts-action">{action}</dd>}
      </div>
    ))}
  </dl>
);
