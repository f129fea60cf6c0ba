// What the desk can do, in the order in which a batch does it; the order is also that of the locks.
import type { Works } from './desk.ts';

export function createWorks() {
  return {} satisfies Works;
}
export type HospitalWorks = ReturnType<typeof createWorks>;
