// What a person signed at the window: kept before anything is done for them, so that nothing is done without it.
import { createHash } from 'node:crypto';
import type { WindowSignature } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import type { PoolClient } from 'pg';
import { ownsPhotos } from '../application/photos.ts';
import { appendAction } from '../kernel/action.ts';
import { place } from '../kernel/place.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { StaffContext } from '../kernel/rights.ts';

export interface Consent {
  personNo: string;
  what: 'bind' | 'end' | 'premium';
  /** The sentence above the signature. */
  sentence: string;
  signature: WindowSignature;
}

/** The same call sent again has the same consent: its id comes from who asked, for whom and under which key. */
function consentIdOf({ actor }: StaffContext, personNo: string, key: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([actor.staffNo, personNo, key]))
    .digest('hex');
  return `con_${digest.slice(0, 32)}`;
}

/** The caller's transaction works as the system. Answers the id; a consent that is there stays as it is. */
export async function keepConsent(
  client: PoolClient,
  cipher: FieldCipher,
  context: StaffContext,
  { personNo, what, sentence, signature }: Consent,
  key: string,
): Promise<Result<string>> {
  const { area, staffNo } = context.actor;
  const photoId = signature.on === 'paper' ? signature.photoId : null;
  if (photoId !== null && !(await ownsPhotos(client, personNo, [photoId]))) {
    return refuse('photo-unknown', undefined, 'signature');
  }
  const consentId = consentIdOf(context, personNo, key);
  const drawing = signature.on === 'pad' ? JSON.stringify(signature.drawing) : null;
  const { rowCount } = await client.query(
    `insert into gongji.window_consent (consent_id, area, person_no, staff_no, what, sentence_enc, drawing_enc, photo_id,
       signed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (consent_id) do nothing`,
    [
      ...[consentId, area, personNo, staffNo, what],
      cipher.encrypt(sentence, place('window_consent.sentence_enc', consentId)),
      drawing && cipher.encrypt(drawing, place('window_consent.drawing_enc', consentId)),
      ...[photoId, context.at],
    ],
  );
  if (rowCount === 1) {
    await appendAction(client, cipher, context, {
      ...{ area, subjectKind: 'consent', subjectId: consentId, kind: `signed-${what}` },
      payload: { forPerson: personNo, on: signature.on },
      words: sentence,
    });
  }
  return done(consentId);
}
