// Talks to the identity provider (the electronic insurance credential) by OpenID Connect: where to send people, and who came back.
import * as oidc from 'openid-client';
import { z } from 'zod';

interface Begun {
  /** The provider's page. */
  url: string;
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** Who the provider says came back. */
export type Identity = { kind: 'person'; idNumber: string } | { kind: 'staff'; staffNo: string };

export interface SignIn {
  /** @param fresh ask for the credential again, so that another person can sign in. */
  begin(fresh: boolean): Promise<Begun>;
  /** @throws when the answer does not belong to this beginning, or the provider does not confirm it. */
  finish(answer: URL, begun: Pick<Begun, 'state' | 'nonce' | 'codeVerifier'>): Promise<Identity>;
}

export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where the provider sends people back to. */
  redirectUri: string;
}

const Claims = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id_number: z.string().min(1) }),
  z.object({ kind: z.literal('staff'), staff_no: z.string().min(1) }),
]);

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The provider is asked for its addresses at the first sign-in, and again after a failure. */
export function createSignIn(settings: ProviderSettings): SignIn {
  let found: Promise<oidc.Configuration> | undefined;
  const discover = async (): Promise<oidc.Configuration> => {
    const issuer = new URL(settings.issuer);
    const plainHttp = issuer.protocol === 'http:' && loopback.has(issuer.hostname);
    return oidc.discovery(
      issuer,
      settings.clientId,
      settings.clientSecret,
      oidc.ClientSecretPost(settings.clientSecret),
      plainHttp ? { execute: [oidc.allowInsecureRequests], timeout: 5 } : { timeout: 5 },
    );
  };
  const configuration = (): Promise<oidc.Configuration> => {
    found ??= discover().catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    async begin(fresh) {
      const codeVerifier = oidc.randomPKCECodeVerifier();
      const state = oidc.randomState();
      const nonce = oidc.randomNonce();
      const url = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.redirectUri,
        scope: 'openid profile credential',
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...(fresh ? { prompt: 'login' } : {}),
      });
      return { url: url.href, state, nonce, codeVerifier };
    },
    async finish(answer, { state, nonce, codeVerifier }) {
      const current = new URL(settings.redirectUri);
      current.search = answer.search;
      const tokens = await oidc.authorizationCodeGrant(await configuration(), current, {
        pkceCodeVerifier: codeVerifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = Claims.parse(tokens.claims());
      return claims.kind === 'person'
        ? { kind: 'person', idNumber: claims.id_number }
        : { kind: 'staff', staffNo: claims.staff_no };
    },
  };
}
