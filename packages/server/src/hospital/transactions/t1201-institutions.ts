// 1201: the designated institutions, by kind and by code or a part of the name.
import { code, many, one, optional, text } from '../field.ts';
import { hospitalLevelOf } from '../hospital-level.ts';
import { transaction } from '../transaction.ts';

const types = { '1': 'hospital', '2': 'pharmacy' } as const;

export const findInstitutions = transaction({
  infno: '1201',
  label: '医药机构信息获取',
  input: {
    medinsinfo: one({
      fixmedins_type: code('定点医疗服务机构类型', 6, 'fixmedins_type'),
      fixmedins_name: optional(text('定点医药机构名称', 200)),
      fixmedins_code: optional(text('定点医药机构编号', 12)),
    }),
  },
  output: {
    medinsinfo: many({
      fixmedins_code: text('定点医药机构编号', 12),
      fixmedins_name: text('定点医药机构名称', 200),
      uscc: text('统一社会信用代码', 50),
      fixmedins_type: code('定点医疗服务机构类型', 6),
      hosp_lv: code('医院等级', 6),
      exp_content: text('扩展字段', 4000),
      expContent: text('扩展字段', 4000),
    }),
  },
  async handle({ input: { medinsinfo }, services }) {
    const type = medinsinfo.fixmedins_type;
    if (type !== '1' && type !== '2') return { ok: true, value: { medinsinfo: [] } };
    const found = await services.hospital.institutions({
      ...{ kind: types[type], code: medinsinfo.fixmedins_code, name: medinsinfo.fixmedins_name },
    });
    return {
      ok: true,
      value: {
        medinsinfo: found.map((institution) => ({
          fixmedins_code: institution.code,
          fixmedins_name: institution.name,
          uscc: institution.uscc ?? '',
          fixmedins_type: type,
          hosp_lv: hospitalLevelOf(institution),
        })),
      },
    };
  },
});
