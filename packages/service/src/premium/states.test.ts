// Every pair of state and event, allowed or not.
import { PremiumState } from '@gongji/contract';
import { describe, expect, it } from 'vitest';
import { nextPremiumState, premiumEdges } from './states.ts';
import type { PremiumEvent } from './states.ts';

const events: PremiumEvent[] = [
  'cash-paid',
  'cancelled',
  'cash-closed',
  'bureau-accepted',
  'bureau-refused',
  'bureau-silent',
  'never-arrived',
  'hold-gone',
  'accepted-late',
  'money-returned',
];
const allowed: Record<PremiumState, Partial<Record<PremiumEvent, PremiumState>>> = {
  'awaiting-cash': { 'cash-paid': 'sending', cancelled: 'returning', 'cash-closed': 'returning' },
  sending: {
    ...{ 'bureau-accepted': 'paid', 'bureau-refused': 'returning', 'bureau-silent': 'unknown' },
    ...{ 'hold-gone': 'returning', 'accepted-late': 'returning' },
  },
  unknown: {
    ...{ 'bureau-accepted': 'paid', 'bureau-refused': 'returning', 'never-arrived': 'returning' },
    'accepted-late': 'returning',
  },
  returning: { 'money-returned': 'returned' },
  paid: {},
  returned: {},
};

describe('states of a premium payment', () => {
  for (const state of PremiumState.options) {
    for (const event of events) {
      const to = allowed[state][event];
      it(`${state} on ${event} ${to ? `becomes ${to}` : 'stays, the event may not happen there'}`, () => {
        expect(nextPremiumState(state, event)).toBe(to);
      });
    }
  }

  it('has each edge once', () => {
    expect(new Set(premiumEdges.map((edge) => `${edge.from} ${edge.event}`)).size).toBe(premiumEdges.length);
  });

  it('never leads back to sending what was sent', () => {
    const toSending = premiumEdges.filter((edge) => edge.to === 'sending').map((edge) => edge.from);
    expect(toSending).toEqual(['awaiting-cash']);
  });
});
