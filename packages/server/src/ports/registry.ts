// Civil registry and national insurance register over HTTP.
import { FilingKind, InsuranceStatus, Scheme } from '@gongji/contract';
import type { Ports } from '@gongji/service';
import { z } from 'zod';
import { createCall } from './call.ts';
import type { CallLog } from './call.ts';

const IdentityAnswer = z.object({ result: z.enum(['match', 'mismatch', 'unknown']) });
const KinshipAnswer = z.object({ result: z.enum(['confirmed', 'contradicted', 'not-on-record']) });
const Days = z.object({ from: z.iso.date(), to: z.iso.date().exactOptional() });
const InsuredAnswer = z.object({
  found: z.literal(true),
  personNo: z.string(),
  name: z.string(),
  area: z.string(),
  areaName: z.string(),
  scheme: Scheme,
  retired: z.boolean(),
  status: InsuranceStatus,
  group: z.string(),
  student: z.boolean().nullish(),
  bornOn: z.iso.date(),
  chronic: z.array(z.string()),
  insuredPriorYears: z.boolean(),
  missedYears: z.int().min(0),
  registrations: z.array(Days.extend({ disease: z.string() })).exactOptional(),
  filings: z
    .array(Days.extend({ place: z.string().regex(/^\d{2}(\d{4})?$/), kind: FilingKind }))
    .exactOptional(),
});
const InsuranceAnswer = z.discriminatedUnion('found', [
  z.object({ found: z.literal(false) }),
  InsuredAnswer.transform(({ found, student, ...person }) => ({
    found,
    person: { ...person, student: student ?? null },
  })),
]);

export function registryOverHttp(baseUrl: string, log: CallLog): Ports['registry'] {
  const call = createCall('registry', baseUrl, log);
  return {
    async checkIdentity(name, idNumber) {
      const answer = await call({
        method: 'POST',
        path: '/identity/check',
        body: { name, idNumber },
        answers: { 200: IdentityAnswer },
      });
      return answer.result === 'silent' ? answer : answer.body;
    },
    async checkKinship(giverIdNumber, memberIdNumber, relation) {
      const answer = await call({
        method: 'POST',
        path: '/kinship/check',
        body: { giverIdNumber, memberIdNumber, relation },
        answers: { 200: KinshipAnswer },
      });
      return answer.result === 'silent' ? answer : answer.body;
    },
    async findInsurance(idNumber) {
      const answer = await call({
        method: 'POST',
        path: '/insurance/find',
        body: { idNumber },
        answers: { 200: InsuranceAnswer },
      });
      if (answer.result === 'silent') return answer;
      if (!answer.body.found) return { result: 'not-found' };
      return { result: 'found', ...answer.body.person };
    },
  };
}
