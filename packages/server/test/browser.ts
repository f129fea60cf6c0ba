// A browser without a page: keeps cookies for each site and follows a sign-in at the identity provider's simulator.

/** Cookies of one site. */
export function createJar() {
  const cookies = new Map<string, string>();
  return {
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    names: () => [...cookies.keys()],
    take(response: Response): Response {
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        const value = pair.slice(at + 1);
        if (value === '' || /max-age=0/i.test(line)) cookies.delete(pair.slice(0, at));
        else cookies.set(pair.slice(0, at), value);
      }
      return response;
    },
  };
}
export type Jar = ReturnType<typeof createJar>;

/**
 * At the provider: follows its redirects, signs the account in by its button, and returns the address that leads back.
 * @param start the provider's address that /sign-in redirected to.
 * @param publicUrl the product's address.
 */
export async function atProvider(start: string, account: string, publicUrl: string): Promise<string> {
  const jar = createJar();
  let url = start;
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 8; step += 1) {
    const response = jar.take(
      await fetch(url, {
        redirect: 'manual',
        headers: { cookie: jar.header() },
        ...(body ? { method: 'POST', body } : {}),
      }),
    );
    body = undefined;
    const location = response.headers.get('location');
    if (location === null) {
      body = new URLSearchParams({ account });
      continue;
    }
    url = new URL(location, url).href;
    if (url.startsWith(publicUrl)) return url.slice(publicUrl.length);
  }
  throw new Error('the provider did not lead back');
}
