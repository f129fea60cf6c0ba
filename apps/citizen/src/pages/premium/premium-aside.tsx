// Beside the premium pages: the guide's warnings and the city's other ways to pay.
import { useAnswer } from '../../api/hooks.ts';
import { Advice } from '../../parts/advice.tsx';
import { Channels } from '../../parts/channels.tsx';

export function PremiumAside({ area }: { area: string }) {
  const guide = useAnswer('getGuide', { area });
  if (!guide.data) return null;
  return (
    <>
      <Advice facts={guide.data.facts} />
      <Channels channels={guide.data.channels} purpose="pay" />
    </>
  );
}
