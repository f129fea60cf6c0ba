// Encrypts single fields (identity numbers, phones, photos) and hashes them for look-up.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { FieldKeys } from './keys.ts';

/** Where a ciphertext lives. It is authenticated: a value that was moved to another row or column does not decrypt. */
export interface FieldPlace {
  /** `schema.table` */
  table: string;
  column: string;
  rowId: string;
}

export interface FieldCipher {
  /** AES-256-GCM under the active key with a random nonce; the key's id is part of the result. */
  encrypt(plain: string | Uint8Array, place: FieldPlace): Buffer;
  /** Throws a fault when the key is unknown, the bytes were altered or the place is not theirs. */
  decryptText(ciphertext: Uint8Array, place: FieldPlace): string;
  decryptBytes(ciphertext: Uint8Array, place: FieldPlace): Buffer;
  /** Keyed hash (HMAC-SHA256, 32 bytes) for finding equal values; normalise the value before. */
  lookupHash(value: string): Buffer;
}

const layoutVersion = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Layout: version, length of key id, key id, nonce, tag, ciphertext. */
export function createFieldCipher(keys: FieldKeys): FieldCipher {
  const secrets = new Map(Object.entries(keys.keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]));
  const lookup = Buffer.from(keys.lookup, 'base64');
  const secretOf = (id: string) => {
    const secret = secrets.get(id);
    if (!secret) throw new Error(`field key ${id} is not among the keys`);
    return secret;
  };
  const decryptBytes = (ciphertext: Uint8Array, place: FieldPlace): Buffer => {
    const bytes = Buffer.from(ciphertext.buffer, ciphertext.byteOffset, ciphertext.byteLength);
    const idEnd = 2 + (bytes[1] ?? 0);
    const nonceEnd = idEnd + nonceBytes;
    if (bytes[0] !== layoutVersion || bytes.length < nonceEnd + tagBytes)
      throw new Error('not an encrypted field');
    const secret = secretOf(bytes.toString('utf8', 2, idEnd));
    const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(idEnd, nonceEnd), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(associatedData(place));
    decipher.setAuthTag(bytes.subarray(nonceEnd, nonceEnd + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceEnd + tagBytes)), decipher.final()]);
  };
  return {
    encrypt(plain, place) {
      const id = Buffer.from(keys.active, 'utf8');
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', secretOf(keys.active), nonce, { authTagLength: tagBytes });
      cipher.setAAD(associatedData(place));
      const body = Buffer.concat([
        cipher.update(typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain),
        cipher.final(),
      ]);
      return Buffer.concat([Buffer.from([layoutVersion, id.length]), id, nonce, cipher.getAuthTag(), body]);
    },
    decryptBytes,
    decryptText: (ciphertext, place) => decryptBytes(ciphertext, place).toString('utf8'),
    lookupHash: (value) => createHmac('sha256', lookup).update(value, 'utf8').digest(),
  };
}

function associatedData({ table, column, rowId }: FieldPlace): Buffer {
  return Buffer.from(JSON.stringify([table, column, rowId]), 'utf8');
}
