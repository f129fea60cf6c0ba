// The file of a new area to fill in: it loads as it stands, records nothing, and marks every blank.
import type { PolicyLibrary } from '../library.ts';

/** Stands wherever the author has still to write; `policy check` does not pass a file in which it is left. */
export const BLANK = '待填写';

type NewArea = { ok: true; text: string } | { ok: false; message: string };

function template(area: string, name: string): string {
  return `# yaml-language-server: $schema=../policy.schema.json
# ${name}: what the policy is about, in one sentence.
#
# How to fill in this file:
# - Replace every ${BLANK}; \`npx gongji policy check\` names those that are left.
# - Lines that begin with "#:" are examples, not figures of this area: take away the mark, put in your figures,
#   and remove the notRecorded that they replace.
# - What you do not know stays notRecorded. Never guess.
# - Amounts are whole fen (400 yuan = 40000), ratios whole numbers per ten thousand (70 percent = 7000).
# - A dated entry holds from \`from\` up to, not including, \`to\`; without \`to\` it has no end.
layer: area
id: '${area}'
province: '${area.slice(0, 2)}'
name: ${name}
# Day of publication and a running number.
version: '2026-01-01.1'

# Every figure names one of these. grade: official (a public body's own text), press (news that quotes it), guide (a guide
# of the area), weak (an unsigned page; marked wherever it is shown), ours (a convention where every source is silent).
sources:
  notice:
    title: ${BLANK}，来源的全称
    # documentNumber, article and url are optional.
    #: documentNumber: 〔2025〕1号
    #: url: https://example.org/notice
    grade: weak
    checkedOn: '2026-01-01'

# Who decides: automatic (at once when the checks pass) or review (a member of staff).
binding:
  - from: '2026-01-01'
    decision: { mode: review, source: notice }
    #: reviewWithin: { workingDays: 5, source: notice }
    relationsInGuide: { allowed: [spouse, parent, child], source: notice }
    giver: { scheme: employee, status: normal, balanceAboveFen: 0, source: notice }
    member: { schemes: [resident, employee], status: normal, where: same-province, source: notice }
    memberLimit: notRecorded
    #: memberLimit: { members: 10, source: notice }

# prior-year: only money of earlier years may be shared; all: the whole balance.
shareable:
  - from: '2026-01-01'
    part: prior-year
    source: notice

# What the fund pays. Not recorded: it pays 0 and says so, the accounts still pay.
outpatient:
  - from: '2026-01-01'
    ordinary:
      employee: notRecorded
      #: employee:
      #:   deductible: { level1Fen: 20000, level2Fen: 20000, level3Fen: 30000, source: notice }
      #:   cap: { fen: 300000, source: notice }
      #:   ratio:
      #:     inService: { level1: 7000, level2: 6000, level3: 5000 }
      #:     retired: { level1: 7500, level2: 6500, level3: 5500 }
      #:     source: notice
      resident: notRecorded
    chronic: notRecorded
    #: chronic:
    #:   diseases:
    #:     - { code: hypertension, name: 高血压 }
    #:   employee: { ratePerTenThousand: 9500, upTo: false }
    #:   resident: notRecorded
    #:   source: notice
    pharmacy: notRecorded
    elsewhere: notRecorded

# The residents' premium, one entry for each coverage year. Both days of the window belong to it.
premium:
  - coverageYear: 2026
    notRecorded: true
  #: - coverageYear: 2027
  #:   coverage: { from: '2027-01-01', to: '2028-01-01', source: notice }
  #:   window: { firstDay: '2026-09-01', lastDay: '2026-12-31', source: notice }
  #:   subsidy: notRecorded
  #:   amounts:
  #:     ordinary: { fen: 40000, source: notice }
  #:     destitute: notRecorded
  #:     severely-disabled: notRecorded
  #:     orphan: notRecorded
  #:     lonely-elderly: notRecorded
  #:     minimum-living: notRecorded
  #:     returned-to-poverty: notRecorded
  #:     monitored: notRecorded

# Where people can do it, step by step, with the labels that they see there. purpose: bind, pay or unbind.
channels:
  - name: 医保经办机构服务窗口
    purpose: bind
    steps: [${BLANK}]
    source: notice

# What people must bring or upload; photo: true asks for a photo.
materials:
  - code: member-identity
    name: 成员的姓名、身份证号码、与本人的关系
    hint: 请与身份证、户口簿上的内容核对一致。
    photo: false
    source: notice

# What people read and sign.
documents:
  notice:
    title: 个人账户共济绑定告知书
    version: '2026-01-01.1'
    source: notice
    paragraphs: [${BLANK}]
  promise:
    title: 个人账户共济承诺书
    version: '2026-01-01.1'
    source: notice
    paragraphs: [${BLANK}]
`;
}

/**
 * Pure. The text for `policies/areas/CODE-name.yaml`. Refused with a Chinese sentence: a code that is not six digits, a name
 * that YAML would not read as plain text, an area that is there, a province without a file.
 */
export function newAreaText(library: PolicyLibrary, area: string, name: string): NewArea {
  if (!/^\d{6}$/.test(area)) {
    return { ok: false, message: `地区代码 ${area} 不对，请写六位数字，例如 210100。` };
  }
  if (!/^\p{Script=Han}{2,30}$/u.test(name)) {
    return { ok: false, message: `地区名称 ${name} 不对，请写 2 到 30 个汉字，例如 沈阳市。` };
  }
  const policies = [...library.areas.values()];
  if (library.areas.has(area)) {
    return { ok: false, message: `地区 ${area} 已经有政策文件了，请直接修改那个文件。` };
  }
  const provinces = new Map(policies.map(({ province }) => [province.id, province.name]));
  if (!provinces.has(area.slice(0, 2))) {
    const known = [...provinces].map(([id, provinceName]) => `${id}（${provinceName}）`).join('、');
    const message = `省份 ${area.slice(0, 2)} 还没有文件；已有 ${known}，请先照着 policies/provinces 里的文件建一个，再建地区。`;
    return { ok: false, message };
  }
  return { ok: true, text: template(area, name) };
}
