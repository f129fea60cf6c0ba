// What a calculation in the browser starts from, for a bill of an amount in fen.
import { route } from '../edge/route.ts';

export const getCalculatorFacts = route('getCalculatorFacts', 'person', ({ services, context, params }) =>
  services.standing.calculatorFacts(context, Number(params.amountFen)),
);
