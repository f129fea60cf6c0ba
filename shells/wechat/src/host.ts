// WeChat's functions behind the port.
import type { Host, Reply } from '../../shared/host.ts';

function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

const refused = (error: { errMsg: string }) => new Error(error.errMsg);

export const wechat: Host = {
  name: 'wechat',
  loginCode: () =>
    new Promise((done, fail) => {
      wx.login({ success: ({ code }) => done(code), fail: (error) => fail(refused(error)) });
    }),
  post: (url, body) =>
    new Promise<Reply>((done, fail) => {
      wx.request({
        url,
        method: 'POST',
        data: body,
        header: { 'content-type': 'application/json' },
        timeout: 30_000,
        success: ({ statusCode, data }) => done({ status: statusCode, body: data }),
        fail: (error) => fail(refused(error)),
      });
    }),
  upload: (url, filePath, header) =>
    new Promise<Reply>((done, fail) => {
      wx.uploadFile({
        ...{ url, filePath, header, name: 'photo', timeout: 120_000 },
        success: ({ statusCode, data }) => done({ status: statusCode, body: parsed(data) }),
        fail: (error) => fail(refused(error)),
      });
    }),
  openCashier: ({ timeStamp = '', nonceStr = '', package: prepay = '', paySign = '' }) =>
    new Promise((done) => {
      wx.requestPayment({
        ...{ timeStamp, nonceStr, package: prepay, paySign, signType: 'RSA' },
        complete: () => done(),
      });
    }),
  takePhoto: () =>
    new Promise((done, fail) => {
      wx.chooseMedia({
        ...{ count: 1, mediaType: ['image'], sourceType: ['camera', 'album'], sizeType: ['original'] },
        success: ({ tempFiles: [file] }) => (file ? done(file.tempFilePath) : fail(new Error('no file'))),
        fail: (error) => fail(refused(error)),
      });
    }),
  askToSubscribe: (templates) =>
    new Promise((done, fail) => {
      wx.requestSubscribeMessage({
        tmplIds: [...templates],
        success: (answers) =>
          done(templates.map((template) => ({ template, accepted: answers[template] === 'accept' }))),
        fail: (error) => fail(refused(error)),
      });
    }),
  back: () => void wx.navigateBack(),
  openWeb: (address) => void wx.redirectTo({ url: `/pages/web/web?address=${encodeURIComponent(address)}` }),
};
