// A small browser for the sign-in tests: keeps cookies, follows redirects and sends forms, stops where the product would take over.

interface Page {
  status: number;
  url: URL;
  text: string;
  /** Set when the browser was sent to the product; nothing is loaded from there. */
  callback: URL | undefined;
}

export interface Browser {
  open(url: URL): Promise<Page>;
  /** Sends the page's first form with its hidden fields and these. */
  submit(page: Page, fields: Record<string, string>): Promise<Page>;
}

export function createBrowser(productUrl: string): Browser {
  const cookies = new Map<string, string>();
  const load = async (url: URL, body?: URLSearchParams): Promise<Page> => {
    if (url.origin === new URL(productUrl).origin) return { status: 0, url, text: '', callback: url };
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body ? { body } : {}),
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location) return load(new URL(location, url));
    return { status: response.status, url, text: await response.text(), callback: undefined };
  };
  return {
    open: (url) => load(url),
    submit(page, fields) {
      const form = /<form[^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/.exec(page.text);
      const hidden = [...(form?.[2] ?? '').matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']): [string, string] => [name, value],
      );
      const body = new URLSearchParams([...hidden, ...Object.entries(fields)]);
      return load(new URL(form?.[1] ?? '', page.url), body);
    },
  };
}
