// The signed promise as a paper.
import { relationWords } from '@gongji/contract';
import type { DocumentContent } from '@gongji/document';
import type { SignedPromise } from '@gongji/service';

/** `2024-10-15T10:30:00.000+08:00` -> `2024年10月15日 10:30`. */
function whenText(instant: string): string {
  const [, year, month, day, clock] = /^(\d+)-(\d+)-(\d+)T(\d\d:\d\d)/.exec(instant) ?? [];
  return `${year}年${Number(month)}月${Number(day)}日 ${clock}`;
}

export function promisePaper(promise: SignedPromise): DocumentContent {
  const { giver, member, signedAt, drawing } = promise;
  const how = drawing ? '手写签名' : '输入本人姓名签署';
  return {
    title: promise.title,
    number: promise.number,
    madeAt: signedAt,
    issuer: `${promise.areaName}医疗保障局（演示系统）`,
    blocks: [
      {
        kind: 'facts',
        facts: [
          {
            label: '承诺人（授权人）',
            value: `${giver.name}，${giver.maskedIdNumber}，${giver.areaName}参保`,
          },
          { label: '使用人', value: `${member.name}，${member.maskedIdNumber}，${member.areaName}参保` },
          { label: '与承诺人的关系', value: relationWords[promise.relation] },
        ],
      },
      { kind: 'heading', text: '承诺内容' },
      ...promise.paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
      {
        kind: 'signature',
        label: '承诺人签名',
        name: promise.signedName,
        ...(drawing ? { drawing } : {}),
        note: `${whenText(signedAt)} ${how}`,
      },
    ],
  };
}
