// A relative agrees or declines that somebody shows their code.
import { keyedRoute } from '../edge/route.ts';

export const answerFamilyAccount = keyedRoute(
  'answerFamilyAccount',
  'person',
  ({ services, context, params, body, key }) =>
    services.familyAccount.answer(context, params.linkId, body.agree, key),
);
