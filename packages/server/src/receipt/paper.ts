// A receipt as a paper: what is printed, with a square code that leads to the public page that verifies it.
import { verifyPath } from '@gongji/contract';
import type { DocumentContent } from '@gongji/document';
import { layouts, printedFacts, printedIssuer } from '@gongji/service';
import type { Receipt } from '@gongji/service';
import { signReceipt } from './code.ts';
import type { SigningKeys } from './code.ts';

export function receiptPaper(keys: SigningKeys, publicUrl: string, receipt: Receipt): DocumentContent {
  return {
    title: layouts[receipt.kind].title,
    number: receipt.number,
    madeAt: receipt.at,
    issuer: printedIssuer(receipt),
    code: { text: `${publicUrl}${verifyPath}#${signReceipt(keys, receipt)}`, caption: '扫码验真' },
    blocks: [
      { kind: 'facts', facts: printedFacts(receipt) },
      {
        kind: 'note',
        text: '扫右上角的二维码可以核对本凭证是否由本系统出具、内容有没有被改动。核对页面只显示凭证上印的内容，不显示之后的退费、解绑等变化。',
      },
    ],
  };
}
