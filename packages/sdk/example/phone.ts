// The patient's phone, played by the example: signs in to the citizen app as a browser does, and asks it for codes and orders.
import type { Patient } from './world.ts';

interface ShownOrder {
  orderId: string;
  isPayable: boolean;
  stateText: string;
  totalFen: number;
  fundFen: number;
  ownAccountFen: number;
  sharedFen: number;
  cashFen: number;
}
export interface Phone {
  /** The electronic credential that the patient shows to be scanned. */
  credential(): Promise<string>;
  order(orderId: string): Promise<ShownOrder>;
  /** The patient presses 确认付款. */
  confirm(orderId: string): Promise<ShownOrder>;
}

type Cookies = Map<string, string>;
const mostSteps = 12;

/** One request with the site's cookies, which are kept; redirects are left to the caller. */
async function ask(jars: Map<string, Cookies>, url: string, body?: URLSearchParams): Promise<Response> {
  const { host } = new URL(url);
  const jar = jars.get(host) ?? new Map<string, string>();
  jars.set(host, jar);
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(body ? { method: 'POST', body } : {}),
  });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    jar.set(name, value);
  }
  return response;
}

/** Signs in with number and code on the page of the identity provider. */
export async function openPhone(baseUrl: string, { personNo }: Patient): Promise<Phone> {
  const jars = new Map<string, Cookies>();
  const home = new URL('/', baseUrl).href;
  let url = new URL('/sign-in?to=/credential', baseUrl).href;
  for (let step = 0; ; step += 1) {
    if (step === mostSteps) throw new Error(`${personNo} 登录不成功`);
    let response = await ask(jars, url);
    // A page without a further address is the sign-in page itself.
    if (response.headers.get('location') === null) {
      response = await ask(jars, url, new URLSearchParams({ account: personNo }));
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${personNo} 登录不成功`);
    url = new URL(location, url).href;
    if (url === new URL('/credential', home).href) break;
  }
  const cookie = [...(jars.get(new URL(home).host) ?? [])]
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

  async function api<Answer>(path: string, method: 'GET' | 'POST'): Promise<Answer> {
    const response = await fetch(new URL(path, baseUrl), {
      method,
      headers: { cookie, ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) },
      ...(method === 'POST' ? { body: '{}' } : {}),
    });
    const answer = (await response.json()) as Answer & { error?: { message: string } };
    if (!response.ok) throw new Error(answer.error?.message ?? `HTTP ${response.status}`);
    return answer;
  }
  return {
    async credential() {
      const { items } = await api<{ items: { personNo: string; credential: string }[] }>(
        '/api/credentials',
        'GET',
      );
      const own = items.find((item) => item.personNo === personNo);
      if (!own) throw new Error('手机上没有本人的电子凭证');
      return own.credential;
    },
    order: (orderId) => api<ShownOrder>(`/api/online-orders/${orderId}`, 'GET'),
    confirm: (orderId) => api<ShownOrder>(`/api/online-orders/${orderId}/payment`, 'POST'),
  };
}
