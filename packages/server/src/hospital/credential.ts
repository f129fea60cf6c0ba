// The patient's credential as the fields of a message name it.
import type { Claim, Credential } from '@gongji/service';

const kinds: Readonly<Record<string, Credential['kind']>> = {
  '01': 'electronic',
  '02': 'id-card',
  '03': 'social-card',
};

interface CredentialFields {
  mdtrt_cert_type: string;
  mdtrt_cert_no: string;
  card_sn: string;
  psn_no?: string;
  certno?: string;
  psn_name?: string;
  insutype?: string;
}

/** `mdtrt_cert_type` was checked against its dictionary. */
export function claimOf(fields: CredentialFields): Claim {
  return {
    credential: {
      kind: kinds[fields.mdtrt_cert_type] ?? 'electronic',
      number: fields.mdtrt_cert_no,
      cardNumber: fields.card_sn,
    },
    personNo: fields.psn_no ?? '',
    idNumber: fields.certno ?? '',
    name: fields.psn_name ?? '',
    insutype: fields.insutype ?? '',
  };
}

/** The interface's code of a kind of credential. */
export const certificateTypeOf = (kind: string): string =>
  Object.entries(kinds).find(([, each]) => each === kind)?.[0] ?? '';
