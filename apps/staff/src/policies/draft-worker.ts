// Checks and compares drafts beside the page, so that typing never waits: the same code as the server's.
import { checkArea, differenceSvg, openDraft, policyDifference, sideText } from '@gongji/policy/tools';
import { fundText, groupText, populationText, sharingTexts } from '@gongji/policy/tools';
import type { Comparison, DraftAnswer, DraftQuestion, Files } from './draft-question.ts';

/** The same people on both sides and every time. */
const SEED = 1;

function compared({
  before,
  after,
  area,
  dates,
  population,
}: DraftQuestion & { ask: 'compare' }): Comparison {
  const side = (files: Files, date: string) => ({ library: openDraft(files).library, area, date });
  const [old, fresh] = [side(before, dates.before), side(after, dates.after)];
  if (!old.library || !fresh.library) return { ok: false, message: '草稿里还有错误，改好以后再比较。' };
  const answer = policyDifference(
    { ...old, library: old.library },
    { ...fresh, library: fresh.library },
    population,
    SEED,
  );
  if (!answer.ok) return { ok: false, message: answer.reason.message };
  const { value } = answer;
  const [everybody] = value.groups;
  return {
    ok: true,
    figures: value.figures,
    svg: differenceSvg(value),
    sentences: [
      `原来：${sideText(value.before)}。`,
      `改后：${sideText(value.after)}。`,
      ...value.groups.map(groupText),
      ...(everybody ? [fundText(everybody), ...sharingTexts(everybody)] : []),
      populationText(value),
    ],
  };
}

self.addEventListener('message', ({ data }: MessageEvent<DraftQuestion>) => {
  const answer: DraftAnswer =
    data.ask === 'check'
      ? { ask: 'check', turn: data.turn, check: checkArea(data.files) }
      : { ask: 'compare', turn: data.turn, comparison: compared(data) };
  self.postMessage(answer);
});
