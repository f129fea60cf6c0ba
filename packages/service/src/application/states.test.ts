// Every pair of state and event, allowed or not.
import { ApplicationState } from '@gongji/contract';
import { describe, expect, it } from 'vitest';
import { applicationEdges, nextApplicationState } from './states.ts';
import type { ApplicationEvent } from './states.ts';

const events: ApplicationEvent[] = [
  'ask-member',
  'decline',
  'approve',
  'propose',
  'send-to-review',
  'reject',
  'ask',
  'supplement',
  'withdraw',
];
const allowed: Record<ApplicationState, Partial<Record<ApplicationEvent, ApplicationState>>> = {
  submitted: { 'ask-member': 'awaiting-member', approve: 'approved', 'send-to-review': 'in-review' },
  'awaiting-member': {
    approve: 'approved',
    'send-to-review': 'in-review',
    decline: 'declined',
    withdraw: 'withdrawn',
  },
  declined: {},
  'in-review': {
    approve: 'approved',
    propose: 'in-review',
    reject: 'rejected',
    ask: 'more-requested',
    withdraw: 'withdrawn',
  },
  'more-requested': { supplement: 'in-review', reject: 'rejected', withdraw: 'withdrawn' },
  approved: {},
  rejected: {},
  withdrawn: {},
};

describe('states of an application', () => {
  for (const state of ApplicationState.options) {
    for (const event of events) {
      const to = allowed[state][event];
      it(`${state} on ${event} ${to ? `becomes ${to}` : 'stays, the event may not happen there'}`, () => {
        expect(nextApplicationState(state, event)).toBe(to);
      });
    }
  }

  it('has each edge once', () => {
    expect(new Set(applicationEdges.map((edge) => `${edge.from} ${edge.event}`)).size).toBe(
      applicationEdges.length,
    );
  });
});
