// The built mini-programs, run in a context that has nothing but a stand-in of their host, against a stand-in of the server.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildShell } from './build.ts';

const server = 'https://gongji.example';
const root = mkdtempSync(join(tmpdir(), 'gongji-shells-'));
const folderOf = (host: string) => join(root, host);
beforeAll(() =>
  Promise.all([
    buildShell('wechat', { server, folder: folderOf('wechat') }),
    buildShell('alipay', { server, folder: folderOf('alipay') }),
  ]),
);
afterAll(() => rmSync(root, { recursive: true }));

interface Call {
  name: string;
  [field: string]: unknown;
}
type Answer = { status: number; body: unknown } | 'no network';

const refusal = { error: { message: '链接已经用过。', remedy: '请回到页面再点一次。' } };
let calls: Call[];
/** What the server answers next. */
let answers: Answer[];
/** Whether the person goes along with what the host asks. */
let agrees: boolean;
beforeEach(() => {
  calls = [];
  answers = [];
  agrees = true;
});

interface Options extends Record<string, unknown> {
  success?: (value: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: () => void;
}

const plain = (options: Options) =>
  JSON.parse(
    JSON.stringify(options, (_, value: unknown) => (typeof value === 'function' ? undefined : value)),
  ) as object;

function network(name: string, statusName: 'statusCode' | 'status', asText: boolean) {
  return (options: Options) => {
    calls.push({ ...plain(options), name });
    const answer = answers.shift() ?? 'no network';
    if (answer === 'no network') return options.fail?.({ errMsg: `${name}:fail`, error: 13 });
    const data = asText ? JSON.stringify(answer.body) : answer.body;
    const reply = { [statusName]: answer.status, data };
    if (statusName === 'status' && answer.status >= 400) return options.fail?.({ error: 19, ...reply });
    return options.success?.(reply);
  };
}
const asked =
  (name: string, value: unknown) =>
  (options: Options = {}) => {
    calls.push({ ...plain(options), name });
    if (agrees) options.success?.(value);
    else options.fail?.({ errMsg: `${name}:fail cancel`, error: 11 });
    options.complete?.();
  };

const hosts = {
  wechat: {
    wx: {
      login: asked('login', { code: 'code-1' }),
      request: network('request', 'statusCode', false),
      uploadFile: network('upload', 'statusCode', true),
      requestPayment: asked('cashier', {}),
      chooseMedia: asked('photo', { tempFiles: [{ tempFilePath: 'tmp/1.jpg' }] }),
      requestSubscribeMessage: asked('subscribe', { T1: 'accept', T2: 'reject' }),
      navigateBack: asked('back', {}),
      redirectTo: asked('redirect', {}),
    },
  },
  alipay: {
    my: {
      getAuthCode: asked('login', { authCode: 'code-1' }),
      request: network('request', 'status', true),
      uploadFile: network('upload', 'statusCode', true),
      tradePay: asked('cashier', { resultCode: '9000' }),
      chooseImage: asked('photo', { tempFilePaths: ['tmp/1.jpg'] }),
      requestSubscribeMessage: asked('subscribe', { subscribedEntityIds: ['T1'] }),
      navigateBack: asked('back', {}),
      redirectTo: asked('redirect', {}),
    },
  },
};

interface NativePage {
  data: Record<string, unknown>;
  setData(data: object): void;
  onLoad(query: Record<string, string>): void;
  go(): Promise<void>;
}

function openPage(host: keyof typeof hosts, name: string, query: Record<string, string> = {}): NativePage {
  let page: NativePage | undefined;
  const define = (given: NativePage) => {
    page = { ...given, setData: (data) => void Object.assign(page?.data ?? {}, data) };
  };
  const code = readFileSync(join(folderOf(host), `pages/${name}/${name}.js`), 'utf8');
  runInContext(code, createContext({ ...hosts[host], Page: define }));
  if (!page) throw new Error(`${name} defines no page`);
  page.onLoad(query);
  return page;
}
const names = () => calls.map(({ name }) => name);

describe.each(['wechat', 'alipay'] as const)('the %s mini-program', (host) => {
  it('has a web view as its first page, and every page that it names with markup and style', () => {
    const { pages } = JSON.parse(readFileSync(join(folderOf(host), 'app.json'), 'utf8')) as {
      pages: string[];
    };
    expect(pages[0]).toBe('pages/web/web');
    const markup = host === 'wechat' ? 'wxml' : 'axml';
    for (const page of pages)
      expect(readFileSync(join(folderOf(host), `${page}.${markup}`), 'utf8')).toMatch(/^</);
    runInContext(
      readFileSync(join(folderOf(host), 'app.js'), 'utf8'),
      createContext({ App: () => undefined }),
    );
  });

  it('opens the channel first, and the address that it is told', () => {
    const first = openPage(host, 'web').data['src'];
    expect(first).toBe(`${server}/c/${host === 'wechat' ? 'anhui-medical' : 'alipay-gongji'}`);
    const address = encodeURIComponent(`${server}/premiums`);
    expect(openPage(host, 'web', { address }).data['src']).toBe(`${server}/premiums`);
  });

  it('signs in by the host’s code: the web view gets a ticket, never the code', async () => {
    answers = [{ status: 200, body: { ticket: 'TICKET' } }];
    await openPage(host, 'login', { to: encodeURIComponent('/bind') }).go();
    expect(names()).toEqual(['login', 'request', 'redirect']);
    const sent = calls[1]?.['data'];
    expect(typeof sent === 'string' ? JSON.parse(sent) : sent).toEqual({ host, code: 'code-1' });
    const opened = decodeURIComponent(String(calls[2]?.['url']));
    expect(opened).toContain(`${server}/sign-in/ticket?ticket=TICKET&to=%2Fbind`);
    expect(opened).not.toContain('code-1');
  });

  it('says so when the person does not allow the sign-in, and does nothing', async () => {
    agrees = false;
    const page = openPage(host, 'login');
    await page.go();
    expect(names()).toEqual(['login']);
    expect(page.data['problem']).toContain('您没有授权登录');
  });

  it.each([true, false])(
    'pays in the host’s cashier and goes back without a word of its outcome (paid: %s)',
    async (paid) => {
      const wallet = {
        timeStamp: '1',
        nonceStr: 'n',
        package: 'prepay_id=1',
        paySign: 's',
        tradeNO: 'order-1',
      };
      answers = [{ status: 200, body: { amountFen: 100, subject: '差额', wallet } }];
      agrees = paid;
      await openPage(host, 'pay', { ticket: 'T' }).go();
      expect(names()).toEqual(['request', 'cashier', 'back']);
      expect(calls[1]).toMatchObject(
        host === 'wechat' ? { package: 'prepay_id=1', paySign: 's' } : { tradeNO: 'order-1' },
      );
      expect(JSON.stringify(calls[2])).not.toMatch(/paid|9000|ok/);
    },
  );

  it('opens no cashier when the ticket is refused or nobody answers, and shows why', async () => {
    answers = [{ status: 403, body: refusal }, 'no network'];
    const page = openPage(host, 'pay', { ticket: 'T' });
    await page.go();
    expect(page.data).toMatchObject({ problem: '链接已经用过。请回到页面再点一次。', working: false });
    await page.go();
    expect(page.data['problem']).toContain('不会重复扣钱');
    expect(names()).toEqual(['request', 'request']);
  });

  it('sends one photo under its ticket, and none when none was taken', async () => {
    answers = [{ status: 200, body: {} }];
    await openPage(host, 'photo', { ticket: 'T' }).go();
    expect(names()).toEqual(['photo', 'upload', 'back']);
    expect(calls[1]).toMatchObject({ filePath: 'tmp/1.jpg', header: { 'x-gongji-ticket': 'T' } });
    agrees = false;
    await openPage(host, 'photo', { ticket: 'T2' }).go();
    expect(names().slice(3)).toEqual(['photo']);
  });

  it('tells the server which messages the person wants', async () => {
    answers = [{ status: 200, body: {} }];
    await openPage(host, 'subscribe', { ticket: 'T', templates: 'T1,T2' }).go();
    const sent = calls[1]?.['data'];
    expect(typeof sent === 'string' ? JSON.parse(sent) : sent).toEqual({
      ticket: 'T',
      host,
      answers: [
        { template: 'T1', accepted: true },
        { template: 'T2', accepted: false },
      ],
    });
    expect(names()).toEqual(['subscribe', 'request', 'back']);
  });

  it('does a thing once when the button is pressed twice', async () => {
    answers = [
      { status: 200, body: {} },
      { status: 200, body: {} },
    ];
    const page = openPage(host, 'photo', { ticket: 'T' });
    await Promise.all([page.go(), page.go()]);
    expect(names()).toEqual(['photo', 'upload', 'back']);
  });
});
