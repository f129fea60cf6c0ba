// The channel through which this visit came: kept while the tab or the host's web view is open, and shown by its colours.
import { useSyncExternalStore } from 'react';
import { channelOf, type Channel } from './channels.ts';

const place = 'gongji.channel';
const listeners = new Set<() => void>();

function kept(): string {
  try {
    return sessionStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}

let current = channelOf(kept());

/** Shows the channel's colours; called once before the first paint and at every change. */
export function applySkin(): void {
  const { dataset } = document.documentElement;
  if (current) dataset.skin = current.skin;
  else delete dataset.skin;
}

/** Enters a channel; undefined leads back to the plain web hall. */
export function enterChannel(channel: Channel | undefined): void {
  if (channel === current) return;
  current = channel;
  try {
    if (channel) sessionStorage.setItem(place, channel.code);
    else sessionStorage.removeItem(place);
  } catch {
    // A browser that keeps nothing shows the channel until the page is loaded again.
  }
  applySkin();
  for (const listener of listeners) listener();
}

/** Empties the tab's store at sign-out; the channel one came through stays. */
export function clearTab(): void {
  sessionStorage.clear();
  if (current) sessionStorage.setItem(place, current.code);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useChannel = (): Channel | undefined => useSyncExternalStore(subscribe, () => current);
