// 1901: the codes of a dictionary.
import { dictionaries } from '../dictionaries.ts';
import { code, date, many, number, one, text } from '../field.ts';
import { transaction } from '../transaction.ts';

/** The day of the edition that the dictionaries are of. */
const editionDay = '2024-10-01';

export const findDictionary = transaction({
  infno: '1901',
  label: '字典表查询',
  input: {
    data: one({
      type: text('字典类型', 30),
      parent_value: text('父字典键值', 10),
      admdvs: text('行政区划', 6),
      date: date('查询日期'),
      Vali_Flag: code('有效标志', 3, 'vali_flag'),
    }),
  },
  output: {
    list: many({
      type: text('字典类型', 30),
      label: text('字典标签', 50),
      value: text('字典键值', 20),
      parentValue: text('父字典键值', 10),
      sort: number('序号', 30),
      valiFlag: code('权限标识', 3),
      createUser: text('创建账户', 30),
      createDate: date('创建时间'),
      version: number('版本号', 20),
    }),
  },
  async handle({ input: { data } }) {
    const name = data.type.toLowerCase();
    const dictionary = dictionaries.get(data.type) ?? dictionaries.get(name);
    if (!dictionary) {
      return { ok: false, message: `没有名为 ${data.type} 的字典，请核对字典类型（type）。` };
    }
    // Every code of the edition is in force; none was abolished.
    const codes = data.Vali_Flag === '1' ? [...dictionary.codes] : [];
    return {
      ok: true,
      value: {
        list: codes.map(([value, label], index) => ({
          ...{
            type: data.type,
            label,
            value,
            parentValue: data.parent_value,
            sort: index + 1,
            valiFlag: '1',
          },
          ...{ createUser: 'gongji', createDate: editionDay, version: 1 },
        })),
      },
    };
  },
});
