// The identity provider that stands for the national electronic credential (医保电子凭证), with the sample people.
import type { RunningPart } from '../http/listen.ts';
import { listen } from '../http/listen.ts';
import { createOutsideApp, listenerOf } from '../http/app.ts';
import { knownPeople } from '../people.ts';
import { addHostCodes } from './host-codes.ts';
import { loadKeys } from './keys.ts';
import { createProvider } from './provider.ts';
import { addSignInRoutes } from './sign-in-routes.ts';

export interface IdentityOptions {
  port: number;
  publicUrl: string;
  client: { id: string; secret: string };
  dataDirectory: string | undefined;
}

export function startIdentity(options: IdentityOptions): Promise<RunningPart> {
  const known = knownPeople();
  const keys = loadKeys(options.dataDirectory);
  return listen(options.port, async (issuer) => {
    const { publicUrl, client } = options;
    const provider = await createProvider({ issuer, publicUrl, client, keys, known });
    const app = createOutsideApp('医保电子凭证');
    addSignInRoutes(app, provider, known);
    addHostCodes(app, known, client);
    const pages = listenerOf(app);
    const protocol = provider.callback();
    return (incoming, outgoing) => {
      const isPage = /^\/(sign-in\/|host-|health$)/.test(incoming.url ?? '');
      if (isPage) pages(incoming, outgoing);
      else void protocol(incoming, outgoing);
    };
  });
}
