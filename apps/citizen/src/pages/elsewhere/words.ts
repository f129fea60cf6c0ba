// Words for filings of treatment elsewhere.
import type { Answer } from '@gongji/contract';
import { dayWords } from '../../lib/date.ts';

export type OutOfArea = Answer<'getOutOfArea'>;
export type Filing = OutOfArea['filings'][number];
export type Rules = NonNullable<OutOfArea['rules']>;

export const kindWords: Record<Filing['kind'], string> = {
  'long-stay': '长期住在外地（养老、随子女、常驻工作）',
  referral: '本地医院转诊去外地',
  temporary: '临时去外地（出差、旅游、自己去看病）',
};

export const stateWords: Record<Filing['state'], { text: string; tone: 'good' | 'wait' | 'ask' | 'bad' }> = {
  valid: { text: '有效', tone: 'good' },
  ending: { text: '快到期', tone: 'ask' },
  'not-begun': { text: '还没开始', tone: 'wait' },
  lapsed: { text: '已失效', tone: 'bad' },
};

export const untilWords = ({ lastDay }: Pick<Filing, 'lastDay'>): string =>
  lastDay === null ? '长期有效' : `到 ${dayWords(lastDay)}为止`;

/** 1000 of ten thousand -> `10 个百分点`. */
const points = (perTenThousand: number): string => `${perTenThousand / 100} 个百分点`;

export function shareWords(share: Rules['filed']): string {
  switch (share.kind) {
    case 'reduced':
      return share.pointsLess === 0
        ? '报销比例和在参保地一样'
        : `报销比例比在参保地低 ${points(share.pointsLess)}`;
    case 'nothing':
      return '统筹基金不报销';
    case 'not-recorded':
      return '没有记录报销比例，本系统按基金付 0 元计算；去之前请打电话问清';
  }
}
