// 9101: an institution uploads a file, for 3202.
import { bytes, one, text } from '../field.ts';
import { timeText } from '../moment.ts';
import { onceTransaction } from '../transaction.ts';

export const uploadFile = onceTransaction({
  infno: '9101',
  label: '文件上传',
  input: {
    fsUploadIn: one({
      in: bytes('文件数据'),
      filename: text('文件名', 200),
      fixmedins_code: text('医药机构编号', 30),
    }),
  },
  output: {
    '': one({
      file_qury_no: text('文件查询号', 30),
      filename: text('文件名', 200),
      fixmedins_code: text('医药机构编号', 30),
      dld_endtime: text('截止时间', 30),
    }),
  },
  async handle({ input: { fsUploadIn }, services, context, institution }) {
    const { fileNo, fileName, validUntil } = await services.hospital.addFile(
      context,
      institution,
      fsUploadIn.filename,
      fsUploadIn.in,
    );
    return {
      ok: true,
      value: {
        '': {
          file_qury_no: fileNo,
          filename: fileName,
          fixmedins_code: institution.code,
          dld_endtime: timeText(validUntil),
        },
      },
    };
  },
});
