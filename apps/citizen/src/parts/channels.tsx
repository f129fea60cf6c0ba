// The city's other channels for one purpose, each with its steps.
import type { Answer } from '@gongji/contract';

type Channel = Answer<'getGuide'>['channels'][number];

interface ChannelsProps {
  channels: readonly Channel[];
  purpose: Channel['purpose'];
  title?: string;
}

export function Channels({ channels, purpose, title = '也可以在这些地方办' }: ChannelsProps) {
  const fitting = channels.filter((channel) => channel.purpose === purpose);
  if (fitting.length === 0) return null;
  return (
    <section className="aside-block">
      <h2>{title}</h2>
      {fitting.map(({ name, steps }) => (
        <details key={name} className="channel">
          <summary>{name}</summary>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  );
}
