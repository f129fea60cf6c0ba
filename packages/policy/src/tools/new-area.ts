// The file of a new area to fill in: it loads as it stands, records nothing, and marks every blank.
import type { PolicyLibrary } from '../library.ts';
import { newCasesText } from './new-cases.ts';

/** Stands wherever the author has still to write; `policy check` does not pass a file in which it is left. */
export const BLANK = '待填写';

type NewFile = { ok: true; text: string } | { ok: false; message: string };

function provinceTemplate(province: string, name: string): string {
  return `# yaml-language-server: $schema=../policy.schema.json
# ${name}：用一句话写明这个文件记录了什么。全省一样的规定写在这里，各市不用再写；填法见市的文件。
# 全省没有一样的规定，就只留到 version；以“#:”开头的行是写法示例，不是本省的数字。
layer: province
id: '${province}'
name: ${name}
version: '2026-01-01.1'

# 用到下面的示例时，先写明来源，把“#:”和这里的 {} 一起去掉。
sources: {}
#:   notice:
#:     title: 省级文件的全称
#:     grade: weak
#:     checkedOn: '2026-01-01'

# 哪些钱可以共济。prior-year：只有历年结余；all：全部余额。省里没有规定的，删去示例，由各市写。
#: shareable:
#:   - from: '2026-01-01'
#:     part: prior-year
#:     source: notice
`;
}

function template(area: string, name: string): string {
  return `# yaml-language-server: $schema=../policy.schema.json
# ${name}：用一句话写明这个文件记录了什么。
#
# 怎样填这个文件：
# - 把每一处“${BLANK}”换成内容；\`npx gongji policy check\` 会列出还没有填的地方。
# - 以“#:”开头的行是写法示例，不是本地的数字：去掉“#:”，换成本地的数字，再删去它所代替的 notRecorded。
# - 不知道的就留 notRecorded（没有记录），千万不要猜。
# - 金额一律写“分”的整数（400 元写 40000）；比例写万分之几（70% 写 7000）。
# - 带 from 的条目从当天起有效，到 to 的前一天为止；不写 to 就是一直有效。
layer: area
id: '${area}'
province: '${area.slice(0, 2)}'
name: ${name}
# 发布日期和当天的序号。改了任何一处都要写新的版本。
version: '2026-01-01.1'

# 每个数字都要写明出自哪里，写的就是这里的名字（notice）。可以有多个来源。
# grade（依据等级）：official 官方文件，press 引用官方文件的新闻，guide 本地办事指引，weak 没有署名的网页，
# ours 各种来源都没有说、由我们约定的。没有把握就写低一级。checkedOn 是核对数字的日期。
sources:
  notice:
    title: ${BLANK}，来源的全称
    #: documentNumber: 〔2025〕1号
    #: article: 第三条
    #: url: https://example.org/notice
    grade: weak
    checkedOn: '2026-01-01'

# 可选：声明某一部分从哪天到哪天都有记录；中间有空缺时检查会指出来。
#: coverage:
#:   outpatient: { from: '2026-01-01' }

# 绑定规则。mode：automatic 自动核验、当场办结；review 由工作人员审核。
binding: notRecorded
#: binding:
#:   - from: '2026-01-01'
#:     decision: { mode: review, source: notice }
#:     reviewWithin: { workingDays: 5, source: notice }
#:     relationsInGuide: { allowed: [spouse, parent, child], source: notice }
#:     giver: { scheme: employee, status: normal, balanceAboveFen: 0, source: notice }
#:     member: { schemes: [resident, employee], status: normal, where: same-province, source: notice }
#:     memberLimit: { members: 10, source: notice }

# 哪些钱可以共济。prior-year：只有历年结余；all：全部余额。省里的文件已经写了的，这里整段删去。
shareable: notRecorded
#: shareable:
#:   - from: '2026-01-01'
#:     part: prior-year
#:     source: notice

# 门诊由统筹基金报销多少。没有记录的，基金按 0 元计算并说明，个人账户照样可以付。
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
      #:   # 在职和退休的起付线、限额不同的，写成：
      #:   #   deductible: { inService: { level1Fen: 20000, … }, retired: { level1Fen: 10000, … }, source: notice }
      #:   #   cap: { inServiceFen: 300000, retiredFen: 400000, source: notice }；不设限额的写 { unlimited: true, source: notice }
      resident: notRecorded
      #: resident:
      #:   deductible: { level1Fen: 0, level2Fen: 0, level3Fen: 0, source: notice }
      #:   cap: { fen: 20000, source: notice }
      #:   ratio: { level1: 6000, level2: 5000, level3: 0, source: notice }
    chronic: notRecorded
    #: chronic:
    #:   diseases:
    #:     - { code: hypertension, name: 高血压 }
    #:   employee: { ratePerTenThousand: 9500, upTo: false }
    #:   resident: notRecorded
    #:   source: notice
    pharmacy: notRecorded
    elsewhere: notRecorded

# 居民医保缴费，一个年度一条。集中缴费期（window）的首尾两天都算在内。省里的文件已经写了的年度，这里不写；
# 本市查过而没有找到的年度写一条 { coverageYear: 2026, notRecorded: true }，省里的数就不用了。
# amounts 里查到金额、但不知道哪些人缴的，写在 amountsWithoutGroup 里，不会向任何人收。
premium: notRecorded
#: premium:
#:   - coverageYear: 2027
#:     coverage: { from: '2027-01-01', to: '2028-01-01', source: notice }
#:     window: { firstDay: '2026-09-01', lastDay: '2026-12-31', source: notice }
#:     subsidy: notRecorded
#:     amounts:
#:       ordinary: { fen: 40000, source: notice }
#:       destitute: notRecorded
#:       severely-disabled: notRecorded
#:       orphan: notRecorded
#:       lonely-elderly: notRecorded
#:       minimum-living: notRecorded
#:       returned-to-poverty: notRecorded
#:       monitored: notRecorded
#:     afterWindow:
#:       - { from: '2027-01-01', to: '2027-03-01', waitingMonths: 0, source: notice }
#:       - { from: '2027-03-01', waitingMonths: 3, source: notice }

# 群众在哪里办、每一步点什么，照页面上的字写。purpose：bind 绑定，pay 缴费，unbind 解绑。
channels: notRecorded
#: channels:
#:   - name: 医保经办机构服务窗口
#:     purpose: bind
#:     steps: [带双方身份证、户口簿或结婚证到窗口办理。]
#:     source: notice

# 要带或要上传的材料；photo: true 表示要拍照上传。
materials: notRecorded
#: materials:
#:   - code: member-identity
#:     name: 成员的姓名、身份证号码、与本人的关系
#:     hint: 请与身份证、户口簿上的内容核对一致。
#:     photo: false
#:     source: notice

# 群众要阅读并签名的告知书和承诺书。没有这两份，本地的人还不能在网上绑定。
documents: notRecorded
#: documents:
#:   notice:
#:     title: 个人账户共济绑定告知书
#:     version: '2026-01-01.1'
#:     source: notice
#:     paragraphs: [绑定后，家人可以使用您个人账户里的钱。]
#:   promise:
#:     title: 个人账户共济承诺书
#:     version: '2026-01-01.1'
#:     source: notice
#:     paragraphs: [我填写的内容都真实。]
`;
}

const NAME = /^\p{Script=Han}{2,30}$/u;
const refused = (message: string): NewFile => ({ ok: false, message });

/** A sentence when no file can be made of this code and name. */
function wrongArguments(library: PolicyLibrary, area: string, name: string): string | undefined {
  if (!/^\d{6}$/.test(area)) {
    return `地区代码 ${area} 不对，请写六位数字，例如 210100；省份写两位，例如 33。`;
  }
  if (!NAME.test(name)) return `地区名称 ${name} 不对，请写 2 到 30 个汉字，例如 沈阳市。`;
  const province = area.slice(0, 2);
  if (library.provinces.has(province)) return undefined;
  const known = [...library.provinces].map(([id, provinceName]) => `${id}（${provinceName}）`).join('、');
  return `省份 ${province} 还没有文件；已有 ${known}。请先用 npx gongji policy new-area ${province} 省名 打印一份，存为 policies/provinces/${province}-拼音.yaml。`;
}

/**
 * Pure. The text for `policies/areas/CODE-name.yaml`. Refused with a Chinese sentence: a code that is not six digits, a name
 * that YAML would not read as plain text, an area that is there, a province without a file.
 */
export function newAreaText(library: PolicyLibrary, area: string, name: string): NewFile {
  const wrong = wrongArguments(library, area, name);
  if (wrong !== undefined) return refused(wrong);
  if (library.areas.has(area)) return refused(`地区 ${area} 已经有政策文件了，请直接修改那个文件。`);
  return { ok: true, text: template(area, name) };
}

/** Pure. The text for `policies/areas/CODE-name.cases.yaml`, also when the area's file is there already. */
export function newAreaCasesText(library: PolicyLibrary, area: string, name: string): NewFile {
  const wrong = wrongArguments(library, area, name);
  return wrong === undefined ? { ok: true, text: newCasesText(area, name) } : refused(wrong);
}

/** Pure. The text for `policies/provinces/CODE-name.yaml`; cities of the province can be added once it is kept. */
export function newProvinceText(library: PolicyLibrary, province: string, name: string): NewFile {
  if (!/^\d{2}$/.test(province)) return refused(`省份代码 ${province} 不对，请写两位数字，例如 33。`);
  if (!NAME.test(name)) return refused(`省份名称 ${name} 不对，请写 2 到 30 个汉字，例如 浙江省。`);
  if (library.provinces.has(province)) {
    return refused(`省份 ${province} 已经有政策文件了，请直接修改那个文件。`);
  }
  return { ok: true, text: provinceTemplate(province, name) };
}
