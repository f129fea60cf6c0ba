// 9102: an institution downloads a file; the answer is the file itself.
import { one, text } from '../field.ts';
import { fileTransaction } from '../transaction.ts';

export const downloadFile = fileTransaction({
  infno: '9102',
  label: '文件下载',
  input: {
    fsDownloadIn: one({
      file_qury_no: text('文件查询号', 30),
      filename: text('文件名', 200),
      fixmedins_code: text('医药机构编号', 30),
    }),
  },
  async handle({ input: { fsDownloadIn }, services, context, institution }) {
    const file = await services.hospital.readFile(context, institution, fsDownloadIn.file_qury_no);
    if (!file.ok) return file;
    if (file.value.fileName !== fsDownloadIn.filename) {
      return { ok: false, message: '文件名（filename）与文件查询号不符，请核对。' };
    }
    return { ok: true, value: file.value.content };
  },
});
