// GET and POST /sign-in/{uid}: shows the sign-in page of one interaction and finishes it.
import type { Provider } from 'oidc-provider';
import type { Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import type { OutsideApp } from '../http/app.ts';
import { pageHeaders } from '../page/page.ts';
import type { KnownPeople } from '../people.ts';
import { attemptSignIn, findAccount } from './account.ts';
import type { SignInAttempt } from './account.ts';
import { failurePage } from './other-pages.ts';
import { signInPage } from './sign-in-page.ts';

type PageContext = Context<{ Bindings: HttpBindings }>;

export function addSignInRoutes(app: OutsideApp, provider: Provider, known: KnownPeople): void {
  app.get('/sign-in/:uid', async (context) => {
    const interaction = await findInteraction(provider, context);
    if (!interaction) return expired(context);
    const hint = interaction.params.login_hint;
    const entry = typeof hint === 'string' ? hint : '';
    return context.html(signInPage(known, { uid: interaction.uid, entry }), 200, pageHeaders);
  });

  app.post('/sign-in/:uid', async (context) => {
    const interaction = await findInteraction(provider, context);
    if (!interaction) return expired(context);
    const form = await context.req.parseBody();
    const field = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
    const attempt = signIn(known, { account: field('account'), entry: field('entry'), pin: field('pin') });
    if (!attempt.ok) {
      const options = { uid: interaction.uid, entry: field('entry'), problem: attempt.message };
      return context.html(signInPage(known, options), 422, pageHeaders);
    }
    const { incoming, outgoing } = context.env;
    const result = { login: { accountId: attempt.account.id, remember: false } };
    const next = await provider.interactionResult(incoming, outgoing, result, {
      mergeWithLastSubmission: false,
    });
    return context.redirect(next, 303);
  });
}

/** A button names the account at once; the form names it by number and password. */
function signIn(known: KnownPeople, form: { account: string; entry: string; pin: string }): SignInAttempt {
  if (form.account === '') return attemptSignIn(known, form.entry, form.pin);
  const account = findAccount(known, form.account);
  return account ? { ok: true, account } : { ok: false, message: '没有这个示例人物，请重新选择。' };
}

/** Undefined when the page is too old, or belongs to another browser. */
async function findInteraction(provider: Provider, context: PageContext) {
  try {
    const interaction = await provider.interactionDetails(context.env.incoming, context.env.outgoing);
    return interaction.uid === context.req.param('uid') ? interaction : undefined;
  } catch (error) {
    if (error instanceof Error && error.name === 'SessionNotFound') return undefined;
    throw error;
  }
}

function expired(context: PageContext) {
  return context.html(failurePage('这个登录页面已经过期。'), 400, pageHeaders);
}
