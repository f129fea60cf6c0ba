// The file of worked cases of a new area to fill in: a base question of each kind, and an example of each case.

/** Pure. The text for `policies/areas/CODE-name.cases.yaml`; it holds no case until a mark `#:` is taken away. */
export function newCasesText(area: string, name: string): string {
  return `# ${name}的案例：照着通知里的例子写，不要照着程序的结果写。金额一律写“分”的整数。
#
# base 是一个完整的问题；每个案例只写 change（和 base 不同的地方）和 answer（应当得到的结果）。
# 应当拒绝的写 refusal，例如 refusal: { code: premium-not-recorded, field: member.group }。
# 以“#:”开头的行是写法示例：去掉“#:”，换成本地的数字，再删去 cases: [] 这一行。
base:
  quote:
    area: '${area}'
    date: '2026-03-01'
    patient: { scheme: employee, retired: false, chronic: [] }
    institution: { kind: hospital, level: 1, area: '${area}' }
    bill: { totalFen: 100000, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 }
    yearToDate: { deductibleFen: 0, fundPaidFen: 0 }
    accounts: []
  premium:
    area: '${area}'
    coverageYear: 2027
    payDate: '2026-10-01'
    member: { group: ordinary, insuredPriorYears: true }
    history: { missedYears: 0, repairedYears: 0 }
  eligibility:
    date: '2026-03-01'
    giver: { area: '${area}', scheme: employee, status: normal, balanceFen: 100000 }
    member: { area: '${area}', scheme: resident, status: normal }
    relation: child
    existingMembers: 0
cases: []
#: cases:
#:   - name: 一级医院在职职工，1000 元的账单
#:     ask: quote
#:     change: {}
#:     answer: { deductibleFen: 20000, fundFen: 56000, cashFen: 44000 }
#:   - name: 三级医院退休职工，1000 元的账单
#:     ask: quote
#:     change: { patient: { retired: true }, institution: { level: 3 } }
#:     answer: { deductibleFen: 30000, fundFen: 38500, cashFen: 61500 }
#:   - name: 2027 年度普通居民缴 400 元
#:     ask: premium
#:     change: {}
#:     answer: { premiumFen: 40000, benefitsFrom: '2027-01-01' }
#:   - name: 子女可以绑定
#:     ask: eligibility
#:     change: {}
#:     answer: { eligible: true }
`;
}
