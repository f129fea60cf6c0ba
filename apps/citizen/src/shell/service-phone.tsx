// The phone number of the area's insurance service, always there.
import { useAnswer } from '../api/hooks.ts';

export function ServicePhone({ area }: { area: string }) {
  const guide = useAnswer('getGuide', { area });
  if (!guide.data) return null;
  const { servicePhone, areaName } = guide.data;
  return (
    <p className="service-phone">
      <span>不会操作、有疑问？请打{areaName}医保服务电话</span>
      <a href={`tel:${servicePhone.replaceAll(/[^\d+]/g, '')}`}>{servicePhone}</a>
    </p>
  );
}
