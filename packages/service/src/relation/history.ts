// What was done with a relation, each action as a sentence for its reader.
import type { Control, Purpose, TimelineStep } from '@gongji/contract';
import { purposeWords } from '@gongji/contract';
import { instantText } from '../kernel/instant.ts';
import { timelineActor } from '../kernel/timeline-actor.ts';
import type { HelpedPayload } from '../kernel/timeline-actor.ts';
import type { Queryable } from '../kernel/transact.ts';
import { yuanText } from '../usage/money-text.ts';

interface RelationAction {
  kind: string;
  actorKind: 'person' | 'staff' | 'system' | 'institution';
  at: Date;
  payload: HelpedPayload & {
    by?: 'giver' | 'member' | 'agency';
    before?: Control;
    after?: Control;
    position?: number;
  };
}

const limitText = (fen: number | null): string => (fen === null ? '不限' : yuanText(fen));
const dayText = (day: string | null): string => day ?? '不限';
const purposesText = (purposes: readonly Purpose[]): string =>
  purposes.map((purpose) => purposeWords[purpose]).join('、');

/** The parts of a control that differ, as `单次上限由 不限 改为 100.00 元`. */
function differenceTexts(before: Control, after: Control): string[] {
  const parts = [
    ['单次上限', limitText(before.limitPaymentFen), limitText(after.limitPaymentFen)],
    ['全年上限', limitText(before.limitYearFen), limitText(after.limitYearFen)],
    ['可用的用途', purposesText(before.purposes), purposesText(after.purposes)],
    ['开始日期', dayText(before.usableFrom), dayText(after.usableFrom)],
    ['结束日期', dayText(before.usableTo), dayText(after.usableTo)],
  ];
  return parts.flatMap(([label, was, is]) => (was === is ? [] : [`${label}由 ${was} 改为 ${is}`]));
}

function textOf({ kind, payload }: RelationAction, isGiver: boolean): string | undefined {
  const self = payload.delegationId === undefined ? '您' : '您的代办人';
  const giver = isGiver ? self : '授权人';
  const member = isGiver ? '使用人' : self;
  switch (kind) {
    case 'opened':
      return '共济关系建立。';
    case 'control-changed': {
      const { before, after } = payload;
      const changes = before && after ? differenceTexts(before, after) : [];
      return `${giver}修改了使用设置：${changes.join('；') || '没有变化'}。`;
    }
    case 'paused':
      return `${giver}暂停了使用。`;
    case 'resumed':
      return `${giver}恢复了使用。`;
    case 'order-changed':
      return `${member}把这个账户的使用顺序改为第 ${payload.position ?? 1} 位。`;
    case 'ended':
      if (payload.by === 'agency') return '医保经办机构更正后解除了共济关系。';
      return `${payload.by === 'giver' ? giver : member}解除了共济关系。`;
    case 'corrected':
      return '医保经办机构更正了亲属关系。';
    default:
      return undefined;
  }
}

/** The newest first. */
export async function relationHistory(
  client: Queryable,
  relationId: string,
  isGiver: boolean,
): Promise<TimelineStep[]> {
  const { rows } = await client.query<RelationAction>(
    `select kind, actor_kind as "actorKind", at, payload from gongji.action
     where subject_kind = 'relation' and subject_id = $1 order by seq desc`,
    [relationId],
  );
  return rows.flatMap((action) => {
    const text = textOf(action, isGiver);
    if (text === undefined) return [];
    const actor = timelineActor(action.actorKind, action.payload);
    return [{ at: instantText(action.at), kind: action.kind, text, actor }];
  });
}
