// `npm run build:shells`: bundles both mini-programs into shells/HOST/dist, ready for the hosts' own developer tools.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const hosts = {
  wechat: { markup: 'wxml', style: 'wxss', channel: 'anhui-medical', tap: 'bindtap', iff: 'wx:if' },
  alipay: { markup: 'axml', style: 'acss', channel: 'alipay-gongji', tap: 'onTap', iff: 'a:if' },
} as const;
type HostName = keyof typeof hosts;

const pages = {
  login: { title: '登录', text: '用医保电子凭证登录，登录后回到办理页面。', button: '登录' },
  pay: {
    title: '支付差额',
    text: '下一步打开收银台。付没付成，以返回后页面上显示的为准。',
    button: '去支付',
  },
  photo: {
    title: '拍照上传',
    text: '拍照时放平、四角拍全、字要看得清。照片只给审核人员看。',
    button: '拍照或从相册选',
  },
  subscribe: {
    title: '接收通知',
    text: '有结果、用了您的钱时，给您发一条通知。可以不同意。',
    button: '接收通知',
  },
} as const;

const shownName = { wechat: '安徽医保公共服务', alipay: '医保家庭账户共济' } as const;

const style = `page { background: #faf7f1; color: #1c2a28; font-size: 18px; line-height: 1.65; }
.text { padding: 24px 20px; }
.problem { margin: 0 20px 20px; padding: 12px 16px; background: #fcecea; color: #a31d1d; border-radius: 8px; }
.go { margin: 0 20px; min-height: 56px; line-height: 56px; background: #0e4a43; color: #ffffff; font-size: 20px; }
`;

function markupOf(host: HostName, { text, button }: { text: string; button: string }): string {
  const { tap, iff } = hosts[host];
  return `<view class="text">${text}</view>
<view class="problem" role="alert" ${iff}="{{problem}}">{{problem}}</view>
<button class="go" ${tap}="go" loading="{{working}}">${button}</button>
`;
}

interface Shell {
  /** Address of the service, without a slash at its end. */
  server: string;
  channel?: string;
  folder: string;
}

/** Builds one mini-program into \`folder\`. */
export async function buildShell(host: HostName, { server, channel, folder }: Shell): Promise<void> {
  const { markup, style: styleName } = hosts[host];
  const source = join(import.meta.dirname, host, 'src');
  rmSync(folder, { recursive: true, force: true });
  const names = ['web', ...Object.keys(pages)];
  await build({
    entryPoints: { app: join(source, 'app.ts'), ...pageEntries(source, names) },
    outdir: folder,
    bundle: true,
    format: 'iife',
    target: 'es2018',
    minify: true,
    define: {
      __SERVER__: JSON.stringify(server),
      __CHANNEL__: JSON.stringify(channel ?? hosts[host].channel),
    },
    logLevel: 'warning',
  });
  const write = (file: string, text: string) => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const paths = names.map((name) => `pages/${name}/${name}`);
  const bar =
    host === 'wechat'
      ? { navigationBarTitleText: shownName[host], navigationBarBackgroundColor: '#faf7f1' }
      : { defaultTitle: shownName[host], titleBarColor: '#faf7f1' };
  write('app.json', JSON.stringify({ pages: paths, window: bar }, null, 2));
  write('pages/web/web.json', '{}');
  write(`pages/web/web.${markup}`, '<web-view src="{{src}}" />\n');
  for (const [name, page] of Object.entries(pages)) {
    const title = host === 'wechat' ? 'navigationBarTitleText' : 'defaultTitle';
    write(`pages/${name}/${name}.json`, JSON.stringify({ [title]: page.title }));
    write(`pages/${name}/${name}.${markup}`, markupOf(host, page));
    write(`pages/${name}/${name}.${styleName}`, style);
  }
  cpSync(join(import.meta.dirname, host, 'project'), folder, { recursive: true });
}

const pageEntries = (source: string, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`pages/${name}/${name}`, join(source, `pages/${name}.ts`)]));

export const hostNames = Object.keys(hosts) as HostName[];
