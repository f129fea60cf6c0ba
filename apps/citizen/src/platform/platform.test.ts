// The platform port: which host it is, what it is asked, and that the outcome comes from the server.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { platformOf } from './current.ts';
import { nativeAddress, type Platform } from './port.ts';
import { openWithTicket, photoOf } from './ticket.ts';

afterEach(() => vi.unstubAllGlobals());

const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

describe('the platform', () => {
  test('is told by what the host says of itself', () => {
    const phone = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36';
    expect(platformOf(phone).name).toBe('web');
    expect(platformOf(`${phone} MicroMessenger/8.0 miniProgram/wx1`).name).toBe('wechat');
    expect(platformOf(`${phone} MicroMessenger/8.0`).name).toBe('web');
    expect(platformOf(`${phone} AliApp(AP/10) MiniProgram`).name).toBe('alipay');
    vi.stubGlobal('GongjiHost', { open: () => undefined });
    expect(platformOf(phone).name).toBe('h5');
  });

  test('in a provincial app opens its native page through the one object the app gives', async () => {
    const open = vi.fn();
    vi.stubGlobal('GongjiHost', { open });
    await platformOf('').open?.('pay', { ticket: 'T' });
    expect(open).toHaveBeenCalledWith('pay', '{"ticket":"T"}');
  });

  test('names native pages as the shells do', () => {
    expect(nativeAddress('photo', { ticket: 'a+b=' })).toBe('/pages/photo/photo?ticket=a%2Bb%3D');
  });
});

describe('a ticket', () => {
  const open = vi.fn(async () => undefined);
  const platform: Platform = { name: 'wechat', open };

  test('goes to the native page, and only its id stays in the page', async () => {
    vi.stubGlobal('fetch', async () => answer({ ticketId: 'btk_1', ticket: 'SECRET' }));
    expect(await openWithTicket(platform, { kind: 'pay', paymentId: 'pre_1' })).toBe('btk_1');
    expect(open).toHaveBeenLastCalledWith('pay', { ticket: 'SECRET' });
  });

  test('that is refused opens nothing', async () => {
    open.mockClear();
    const error = { code: 'not-signed-in', message: '您还没有登录。', remedy: '请登录。' };
    vi.stubGlobal('fetch', async () => answer({ error }, 401));
    await expect(openWithTicket(platform, { kind: 'photo' })).rejects.toThrow('您还没有登录。');
    expect(open).not.toHaveBeenCalled();
  });

  test('is asked after until the photo is there, or the ticket has run out', async () => {
    const photo = { photoId: 'pho_1', url: '/api/photos/pho_1' };
    const states = [
      { state: 'waiting', photo: null },
      { state: 'used', photo: null },
      { state: 'used', photo },
    ];
    vi.stubGlobal('fetch', async () => answer(states.shift() ?? { state: 'expired', photo: null }));
    const wait = vi.fn(async () => undefined);
    expect(await photoOf('btk_1', wait)).toEqual(photo);
    expect(wait).toHaveBeenCalledTimes(2);
    expect(await photoOf('btk_2', wait)).toBeNull();
  });
});
