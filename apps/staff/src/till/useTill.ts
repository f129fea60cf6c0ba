// The till's steps and the calls between them.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { asFailure } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import type { QuoteBody } from './bill.ts';
import { dropPending, keepPending, readPending } from './pending.ts';
import { isStale, patientOf } from './till-state.ts';
import type { ShownQuote, TillState } from './till-state.ts';

function firstState(): TillState {
  const pending = readPending();
  return pending ? { step: 'confirm', shown: pending, changed: null, isUnknown: true } : { step: 'find' };
}

export function useTill() {
  const [state, setState] = useState<TillState>(firstState);
  const patient = patientOf(state);

  const find = useMutation({
    mutationFn: (credential: string) => call('findPatient', { body: { credential } }),
    onSuccess: (found) => setState({ step: 'bill', patient: found }),
    onError: noticeExpiry,
  });

  const quote = useMutation({
    mutationFn: async (body: QuoteBody) => ({ body, quote: await call('quoteBill', { body }) }),
    onSuccess: (answer) => {
      if (patient)
        setState({ step: 'confirm', shown: { patient, ...answer }, changed: null, isUnknown: false });
    },
    onError: noticeExpiry,
  });

  const settle = useMutation({
    mutationFn: (shown: ShownQuote) => {
      const body = { quoteId: shown.quote.quoteId };
      keepPending(shown);
      return once('settle', body, (key) => call('settleBill', { body, key }));
    },
    onSuccess: (settlement, shown) => {
      dropPending();
      setState({ step: 'done', patient: shown.patient, settlement });
      void refreshAll();
    },
    onError: async (error, shown) => {
      noticeExpiry(error);
      const failure = asFailure(error);
      if (!failure.answered) {
        setState({ step: 'confirm', shown, changed: null, isUnknown: true });
        return;
      }
      dropPending();
      if (!isStale(failure)) {
        setState({ step: 'confirm', shown, changed: null, isUnknown: false });
        return;
      }
      try {
        const again = await call('quoteBill', { body: shown.body });
        setState({ step: 'confirm', shown: { ...shown, quote: again }, changed: failure, isUnknown: false });
        settle.reset();
      } catch {
        setState({ step: 'bill', patient: shown.patient });
      }
    },
  });

  const restart = () => {
    find.reset();
    quote.reset();
    settle.reset();
    setState({ step: 'find' });
  };
  /** The bill was changed after the amounts were shown: they no longer hold. */
  const changeBill = () => {
    quote.reset();
    settle.reset();
    if (state.step === 'confirm' && !state.isUnknown)
      setState({ step: 'bill', patient: state.shown.patient });
  };
  return { state, find, quote, settle, restart, changeBill };
}
