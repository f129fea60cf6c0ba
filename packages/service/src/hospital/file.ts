// Files of institutions: kept for a week, encrypted, for the institution that they belong to.
import type { InstitutionMark } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import { newId } from '../kernel/ids.ts';
import { place } from '../kernel/place.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';

export interface HospitalFile {
  fileNo: string;
  fileName: string;
  validUntil: Date;
}
type Deps = Pick<ServiceDeps, 'pool' | 'cipher'>;

const validMs = 7 * 24 * 60 * 60_000;
const contentPlace = (fileNo: string) => place('hospital_file.content_enc', fileNo);

export async function addFile(
  { pool, cipher }: Deps,
  institution: Pick<InstitutionMark, 'area' | 'code'>,
  fileName: string,
  content: Uint8Array,
  at: Date,
): Promise<HospitalFile> {
  const fileNo = newId('file');
  const validUntil = new Date(at.getTime() + validMs);
  await pool.query(
    `insert into gongji.hospital_file (file_no, area, institution_code, file_name, content_enc, at, valid_until)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[fileNo, institution.area, institution.code, fileName],
      ...[cipher.encrypt(content, contentPlace(fileNo)), at, validUntil],
    ],
  );
  return { fileNo, fileName, validUntil };
}

/** Refused: `file-unknown`, also for another institution's file and after a week. */
export async function readFile(
  { pool, cipher }: Deps,
  institution: Pick<InstitutionMark, 'code'>,
  fileNo: string,
  at: Date,
): Promise<Result<{ fileName: string; content: Buffer }>> {
  const { rows } = await pool.query<{ fileName: string; contentEnc: Buffer }>(
    `select file_name as "fileName", content_enc as "contentEnc" from gongji.hospital_file
     where file_no = $1 and institution_code = $2 and valid_until > $3`,
    [fileNo, institution.code, at],
  );
  const [row] = rows;
  if (!row) return refuse('file-unknown');
  return done({ fileName: row.fileName, content: cipher.decryptBytes(row.contentEnc, contentPlace(fileNo)) });
}
