// Answers a dispute, once.
import { keyedRoute } from '../edge/route.ts';

export const answerDispute = keyedRoute(
  'answerDispute',
  'dispute.work',
  ({ services, context, params, body, key }) => services.dispute.answer(context, params.disputeId, body, key),
);
