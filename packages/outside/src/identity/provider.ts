// The OpenID Connect provider behind the sample electronic credential; oidc-provider does the protocol.
import type { Configuration, KoaContextWithOIDC, Provider as OidcProvider } from 'oidc-provider';
import type { KnownPeople } from '../people.ts';
import type { Html } from '../page/page.ts';
import { claimsOf, findAccount } from './account.ts';
import type { Keys } from './keys.ts';
import { createMemoryAdapter } from './memory-adapter.ts';
import { failurePage, signedOutPage } from './other-pages.ts';

export interface ProviderOptions {
  issuer: string;
  /** The product's address; its sign-in callback and its pages after signing out are allowed. */
  publicUrl: string;
  client: { id: string; secret: string };
  keys: Keys;
  known: KnownPeople;
}

const grantedScope = 'openid profile credential';
const minuteSeconds = 60;

export async function createProvider(options: ProviderOptions): Promise<OidcProvider> {
  const { Provider } = await importQuietly();
  const provider = new Provider(options.issuer, configuration(options));
  provider.on('server_error', (_context, error) => {
    process.stderr.write(`医保电子凭证：${error.stack ?? error.message}\n`);
  });
  return provider;
}

/** On Node 20 the library warns at import that it prefers 22; it works, and these lines are no place for the warning. */
async function importQuietly() {
  /* eslint-disable no-console -- the library writes there by itself */
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
    /* eslint-enable no-console */
  }
}

function configuration({ client, publicUrl, keys, known }: ProviderOptions): Configuration {
  return {
    adapter: createMemoryAdapter(),
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [`${publicUrl}/sign-in/callback`],
        post_logout_redirect_uris: [publicUrl, `${publicUrl}/`, `${publicUrl}/signed-out`],
      },
    ],
    scopes: grantedScope.split(' '),
    claims: { openid: ['sub'], profile: ['name', 'kind'], credential: ['id_number', 'staff_no'] },
    // The product reads the identity from the ID token; it needs no call to the userinfo endpoint.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    expiresWithSession: () => false,
    pkce: { required: () => true },
    jwks: { keys: [keys.signing] },
    cookies: {
      keys: [keys.cookie],
      names: { session: 'credential_session', interaction: 'credential_entry', resume: 'credential_resume' },
    },
    ttl: {
      AccessToken: 10 * minuteSeconds,
      AuthorizationCode: minuteSeconds,
      Grant: 30 * minuteSeconds,
      IdToken: 10 * minuteSeconds,
      Interaction: 30 * minuteSeconds,
      Session: 10 * minuteSeconds,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        postLogoutSuccessSource: (context) => send(context, signedOutPage()),
      },
    },
    clientBasedCORS: () => false,
    interactions: { url: (_context, interaction) => `/sign-in/${interaction.uid}` },
    findAccount: (_context, id) => {
      const account = findAccount(known, id);
      return account && { accountId: id, claims: async () => claimsOf(account) };
    },
    loadExistingGrant: grantWithoutAsking,
    renderError: (context, out) => send(context, failurePage(out.error_description ?? out.error)),
  };
}

/** The product asks only for what it needs to know the person, so there is no page of consent. */
async function grantWithoutAsking(context: KoaContextWithOIDC) {
  const { client, session, provider } = context.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(grantedScope);
  await grant.save();
  return grant;
}

async function send(context: { type: string; body: unknown }, content: Html): Promise<void> {
  context.type = 'html';
  context.body = (await content).toString();
}
