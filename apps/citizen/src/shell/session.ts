// Who is signed in, and the ways in and out.
import type { Answer } from '@gongji/contract';
import { signInPath } from '@gongji/contract/paths';
import { useAnswer } from '../api/hooks.ts';

export type Session = Answer<'getSession'>;
export type SignedInPerson = NonNullable<Answer<'getSession'>['person']>;

export const useSession = () => useAnswer('getSession');

/** The sign-in that comes back to this place; `other` asks who it is even when somebody is signed in. */
export function signInHref(to: string, other = false): string {
  return `${signInPath}?${other ? 'switch=1&' : ''}to=${encodeURIComponent(to)}`;
}
