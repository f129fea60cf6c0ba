// The arrows of ARCHITECTURE.md, checked: policy <- service <- server; ledger <- service; apps know only the contract and policy.
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.ts$' },
  to: { path: '^(packages|apps|e2e|bench)/', pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('policy-knows-nobody', '^packages/policy/', []),
    only('contract-knows-nobody', '^packages/contract/', ['^packages/policy/src/types']),
    only('sample-knows-nobody', '^packages/sample/', []),
    only('sdk-knows-nobody', '^packages/sdk/', []),
    only('document-knows-nobody', '^packages/document/', []),
    only('database-knows-nobody', '^packages/database/', []),
    only('ledger-knows-database-only', '^packages/ledger/', ['^packages/database/']),
    only('service-knows-policy-ledger-database', '^packages/service/', [
      '^packages/(policy|ledger|database|contract)/',
    ]),
    only('server-knows-the-inside', '^packages/server/', [
      '^packages/(policy|ledger|database|document|service|contract|sample)/',
    ]),
    only('outside-knows-sample-only', '^packages/outside/', ['^packages/sample/']),
    only('citizen-knows-contract-and-policy', '^apps/citizen/', ['^packages/(contract|policy)/']),
    only('staff-knows-contract-and-policy', '^apps/staff/', ['^packages/(contract|policy)/']),
    only('bench-knows-the-packages', '^bench/', ['^packages/']),
    {
      name: 'bench-is-never-imported',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { path: '^bench/' },
    },
    {
      name: 'outside-is-never-imported',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: ['^packages/outside/', '\\.test\\.ts$'] },
      to: { path: '^packages/outside/' },
    },
    {
      name: 'policy-and-contract-are-pure',
      severity: 'error',
      from: { path: '^packages/(policy|contract)/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
