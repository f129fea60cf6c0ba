// The draft of the signed-in giver as React state that is kept at every change.
import { useState } from 'react';
import { clearDraft, loadDraft, saveDraft, type Draft, type DraftPhoto } from '../../lib/draft.ts';
import type { SignedInPerson } from '../../shell/session.ts';

export interface DraftInUse {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** Adds to what is there when the upload ends, not to what was there when it began. */
  addPhoto: (photo: DraftPhoto) => void;
  discard: () => void;
}

export function useDraft(person: SignedInPerson): DraftInUse {
  const [draft, setDraft] = useState(() => loadDraft(sessionStorage, person.personNo, person.area));
  const update = (next: (before: Draft) => Draft) =>
    setDraft((before) => {
      const after = next(before);
      saveDraft(sessionStorage, person.personNo, after);
      return after;
    });
  return {
    draft,
    change: (part) => update((before) => ({ ...before, ...part })),
    addPhoto: (photo) => update((before) => ({ ...before, photos: [...before.photos, photo] })),
    discard: () => clearDraft(sessionStorage, person.personNo),
  };
}
