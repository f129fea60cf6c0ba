// Who reads an application: its sentences speak to the giver, and to staff about the giver.

export type Reader = 'giver' | 'staff';

/** How a sentence names the giver, and giver and member together. */
export const wordsFor = {
  giver: { who: '您', both: '你们' },
  staff: { who: '授权人', both: '双方' },
} as const;
