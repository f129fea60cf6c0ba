// Staff of the sample world: the agencies' people of both cities and a cashier at each institution.
import { maanshan, tieling } from './area.ts';
import { samplePin } from './sign-in.ts';
import type { SampleInstitution, SampleStaff, SampleStaffRole } from './types.ts';

/** Two reviewers and two administrators in each area, so that one can look at the other's work. */
const agencyPosts: readonly [SampleStaffRole, string][] = [
  ['reviewer', '秉公'],
  ['reviewer', '守正'],
  ['supervisor', '主管'],
  ['finance', '清账'],
  ['policy-officer', '明策'],
  ['auditor', '稽核'],
  ['window-clerk', '迎宾'],
  ['administrator', '掌钥'],
  ['administrator', '管账号'],
];

const cashierNames = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

export function sampleStaff(institutions: SampleInstitution[]): SampleStaff[] {
  const agency = [maanshan, tieling].flatMap((area, areaIndex) =>
    agencyPosts.map(([role, given], index) => ({
      staffNo: `S${area.code}${String(index + 1).padStart(2, '0')}`,
      name: `${areaIndex === 0 ? '例' : '试'}${given}`,
      role,
      area: area.code,
      areaName: area.name,
      pin: samplePin,
    })),
  );
  const cashiers = institutions.map((institution, index) => ({
    staffNo: `C${institution.code}`,
    name: `演收${cashierNames[index] ?? String(index + 1)}`,
    role: 'cashier' as const,
    area: institution.area,
    areaName: institution.areaName,
    institutionCode: institution.code,
    pin: samplePin,
  }));
  return [...agency, ...cashiers];
}
