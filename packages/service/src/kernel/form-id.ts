// The name of a form of explanation lines, taken from its content: an altered form no longer has its name.
import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';

/** 96 bits of SHA-256 as base64url. */
const idLength = 16;

/**
 * @param pieces the sentence, cut where its figures stand.
 * @param line canonical JSON of what remains of the line.
 */
export const formIdOf = (pieces: readonly string[], line: string): string =>
  createHash('sha256')
    .update(canonicalJson([pieces, line]))
    .digest('base64url')
    .slice(0, idLength);
