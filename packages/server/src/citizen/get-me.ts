// The signed-in person's insurance and account.
import { route } from '../edge/route.ts';

export const getMe = route('getMe', 'person', ({ services, context }) => services.person.me(context));
