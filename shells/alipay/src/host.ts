// Alipay's functions behind the port.
import type { Host, Reply } from '../../shared/host.ts';

function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

const refused = (error: unknown) => new Error(JSON.stringify(error));

export const alipay: Host = {
  name: 'alipay',
  loginCode: () =>
    new Promise((done, fail) => {
      void my.getAuthCode({
        scopes: 'auth_base',
        success: ({ authCode }) => done(authCode),
        fail: (error) => fail(refused(error)),
      });
    }),
  post: (url, body) =>
    new Promise<Reply>((done, fail) => {
      void my.request({
        ...{ url, method: 'POST', dataType: 'text', timeout: 30_000 },
        data: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
        success: ({ status, data }) => done({ status: status ?? 0, body: parsed(data) }),
        // Alipay calls every status from 400 on a failure; the answer is in it all the same.
        fail: (error) => {
          const { status, data } = error as { status?: number; data?: unknown };
          if (status) done({ status, body: parsed(data) });
          else fail(refused(error));
        },
      });
    }),
  upload: (url, filePath, header) =>
    new Promise<Reply>((done, fail) => {
      void my.uploadFile({
        ...{ url, filePath, header, name: 'photo', fileType: 'image' },
        success: ({ statusCode, data }) => done({ status: Number(statusCode), body: parsed(data) }),
        fail: (error) => fail(refused(error)),
      });
    }),
  openCashier: ({ tradeNO = '' }) =>
    new Promise((done) => {
      void my.tradePay({ tradeNO, complete: () => done() });
    }),
  takePhoto: () =>
    new Promise((done, fail) => {
      void my.chooseImage({
        ...{ count: 1, sourceType: ['camera', 'album'] },
        success: ({ tempFilePaths: [file] = [] }) => (file ? done(file) : fail(new Error('no file'))),
        fail: (error) => fail(refused(error)),
      });
    }),
  askToSubscribe: (templates) =>
    new Promise((done, fail) => {
      void my.requestSubscribeMessage({
        entityIds: [...templates],
        success: (answer) => {
          const { subscribedEntityIds = [] } = answer as { subscribedEntityIds?: string[] };
          done(templates.map((template) => ({ template, accepted: subscribedEntityIds.includes(template) })));
        },
        fail: (error) => fail(refused(error)),
      });
    }),
  back: () => void my.navigateBack({}),
  openWeb: (address) => void my.redirectTo({ url: `/pages/web/web?address=${encodeURIComponent(address)}` }),
};
