// The way from a refusal to the payment that stands already.
import { Link } from 'wouter';
import type { Problem } from '../../api/problem.ts';

/** The payment that a refusal names; null when it names none. */
export function standingPayment({ details }: Problem): string | null {
  return typeof details.paymentId === 'string' ? details.paymentId : null;
}

export const StandingLink = ({ paymentId }: { paymentId: string }) => (
  <p>
    <Link className="button" href={`/premiums/${paymentId}`}>
      查看那一笔缴费
    </Link>
  </p>
);
