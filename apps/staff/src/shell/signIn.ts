// Ways in and out: the sign-in page's address and the end of a session.
import { signInPath } from '@gongji/contract/paths';
import { call } from '../api/call.ts';
import { queryClient } from '../api/queries.ts';

/** Address of the sign-in that comes back to `page` (a path of this site); `switching` asks for another person. */
export function signInAddress(page: string, switching = false): string {
  const query = new URLSearchParams({ to: page });
  if (switching) query.set('switch', '1');
  return `${signInPath}?${query.toString()}`;
}

async function endSession(): Promise<void> {
  await call('endSession');
  sessionStorage.clear();
}

/** Ends the session and shows the page of somebody who is not signed in. */
export async function signOut(): Promise<void> {
  await endSession();
  queryClient.clear();
  window.location.assign('/staff/');
}

/** Ends the session and asks for another member of staff to sign in. */
export async function switchStaff(): Promise<void> {
  await endSession();
  window.location.assign(signInAddress('/staff/', true));
}
