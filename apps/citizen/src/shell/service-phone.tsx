// The phone number of the area's insurance service, always there; before the sign-in the national one.
import { useAnswer } from '../api/hooks.ts';

/** Of the whole country, answered by the caller's own city. */
const nationalPhone = '12393';

const Phone = ({ of, phone }: { of: string; phone: string }) => (
  <p className="service-phone">
    <span>不会操作、有疑问？请打{of}医保服务电话</span>
    <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
  </p>
);

function AreaPhone({ area }: { area: string }) {
  const guide = useAnswer('getGuide', { area });
  return guide.data ? (
    <Phone of={guide.data.areaName} phone={guide.data.servicePhone} />
  ) : (
    <Phone of="全国" phone={nationalPhone} />
  );
}

export const ServicePhone = ({ area }: { area: string | undefined }) =>
  area === undefined ? <Phone of="全国" phone={nationalPhone} /> : <AreaPhone area={area} />;
