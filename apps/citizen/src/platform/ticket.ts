// Opens a native page under a single-use ticket, and asks the server what became of it.
import type { Ticket, TicketBody, TicketState } from '@gongji/contract';
import { offline, problemOf } from '../api/problem.ts';
import type { Platform } from './port.ts';

const base = '/api/bridge/tickets';
const pollMs = 1_500;

async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(path, init).catch(() => undefined);
  if (!response) throw offline();
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response.status, body);
  return body as Answer;
}

/** Opens the native page of this kind; answers the ticket's id. @throws Problem */
export async function openWithTicket(
  platform: Platform,
  body: TicketBody,
  query: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { ticketId, ticket } = await ask<Ticket>(base, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await platform.open?.(body.kind, { ...query, ticket });
  return ticketId;
}

/** The photo that came in under this ticket; null when the person came back without one. @throws Problem */
export async function photoOf(
  ticketId: string,
  wait = (ms: number) => new Promise((done) => setTimeout(done, ms)),
): Promise<TicketState['photo']> {
  for (;;) {
    const { state, photo } = await ask<TicketState>(`${base}/${ticketId}`);
    if (photo || state === 'expired') return photo;
    await wait(pollMs);
  }
}
