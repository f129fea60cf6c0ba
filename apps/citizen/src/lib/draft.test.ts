// Promises of the kept application.
import { describe, expect, it } from 'vitest';
import {
  clearDraft,
  emptyDraft,
  loadDraft,
  materialsFor,
  memberProblems,
  missingMaterials,
  openStep,
  saveDraft,
  submission,
  type Draft,
  type Material,
} from './draft.ts';
import { memoryStore } from './memory-store.test-support.ts';

const full: Draft = {
  noticeVersion: 'n1',
  memberName: ' 示例小明 ',
  memberIdNumber: '110105 19491231 002x',
  relation: 'child',
  memberArea: '340500',
  memberPhone: '138 0000 0000',
  photos: [{ photoId: 'ph1', url: '/api/photos/ph1', material: 'household' }],
  promise: { version: 'p1', signedName: '示例王芳' },
};
const material = (code: string, relations: Material['relations'], required = true): Material => ({
  code,
  name: code,
  text: '',
  required,
  relations,
});
const materials = [material('household', []), material('marriage', ['spouse']), material('other', [], false)];
const guide = {
  materials,
  notice: { version: 'n1', title: '', paragraphs: [] },
  promise: { version: 'p1', title: '', paragraphs: [] },
};

describe('draft', () => {
  it('is found again by its owner only', () => {
    const store = memoryStore();
    saveDraft(store, 'a', full);
    expect(loadDraft(store, 'a', '340500')).toEqual(full);
    expect(loadDraft(store, 'b', '211200')).toEqual(emptyDraft('211200'));
    clearDraft(store, 'a');
    expect(loadDraft(store, 'a', '340500')).toEqual(emptyDraft('340500'));
  });
  it('starts anew when what is kept can not be read', () => {
    const store = memoryStore();
    store.setItem('gongji.draft.a', '{broken');
    expect(loadDraft(store, 'a', '340500')).toEqual(emptyDraft('340500'));
  });
  it('names every field that is missing or wrong', () => {
    expect(Object.keys(memberProblems(emptyDraft('')))).toEqual([
      'memberName',
      'memberIdNumber',
      'relation',
      'memberArea',
      'memberPhone',
    ]);
    expect(memberProblems(full)).toEqual({});
    expect(memberProblems({ ...full, memberIdNumber: '1101' }).memberIdNumber).toContain('还差 14 位');
  });
  it('asks for the materials of the relation', () => {
    expect(materialsFor(materials, 'child').map(({ code }) => code)).toEqual(['household']);
    expect(missingMaterials({ ...full, relation: 'spouse' }, materials).map(({ code }) => code)).toEqual([
      'marriage',
    ]);
  });
  it('offers one helpful photo where none is asked for, and goes on without it', () => {
    const none = [material('other', [], false)];
    expect(materialsFor(none, 'child').map(({ required }) => required)).toEqual([false]);
    expect(missingMaterials(full, none)).toEqual([]);
  });
  it('leads to the first step that is not finished', () => {
    expect(openStep(emptyDraft('340500'), guide)).toBe('/bind/new');
    expect(openStep({ ...full, memberName: '' }, guide)).toBe('/bind/new/member');
    expect(openStep({ ...full, photos: [] }, guide)).toBe('/bind/new/proof');
    expect(openStep({ ...full, promise: null }, guide)).toBe('/bind/new/promise');
    expect(openStep(full, guide)).toBe('/bind/new/check');
  });
  it('asks again for consent when notice or promise has a new version', () => {
    expect(openStep(full, { ...guide, notice: { ...guide.notice, version: 'n2' } })).toBe('/bind/new');
    expect(openStep(full, { ...guide, promise: { ...guide.promise, version: 'p2' } })).toBe(
      '/bind/new/promise',
    );
  });
  it('leaves photos behind that another relation needed', () => {
    const photos = [...full.photos, { photoId: 'ph2', url: '', material: 'marriage' }];
    expect(submission({ ...full, photos }, materials)?.photos).toEqual([
      { photoId: 'ph1', material: 'household' },
    ]);
    expect(submission({ ...full, photos, relation: 'spouse' }, materials)?.photos).toEqual([
      { photoId: 'ph1', material: 'household' },
      { photoId: 'ph2', material: 'marriage' },
    ]);
  });
  it('submits plain values, and nothing while something is missing', () => {
    expect(submission(full, materials)).toMatchObject({
      memberName: '示例小明',
      memberIdNumber: '11010519491231002X',
      memberPhone: '13800000000',
      photos: [{ photoId: 'ph1', material: 'household' }],
      promise: { version: 'p1', accepted: true, signedName: '示例王芳' },
    });
    expect(submission({ ...full, promise: null }, materials)).toBeNull();
  });
});
