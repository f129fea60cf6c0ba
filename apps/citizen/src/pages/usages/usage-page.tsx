// One use of shared money: where, for what, how it was worked out, and from which year's money.
import type { Answer } from '@gongji/contract';
import { usageReceiptPath } from '@gongji/contract/paths';
import { useParams } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { instantWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { Asked } from '../../parts/asked.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { Objecting } from './object.tsx';

function Shown({ explanation }: { explanation: Answer<'explainUsage'> }) {
  const { usage, lines, parts, policy } = explanation;
  const returned = usage.direction === 'returned';
  return (
    <>
      <section className="amount" aria-label={returned ? '退回金额' : '使用金额'}>
        <p className="amount-name">{returned ? '退回到账户' : '从账户付出'}</p>
        <p className="amount-main figures">{formatFen(usage.fen)}</p>
      </section>
      {usage.reversed && (
        <Notice tone="plain" title="这笔钱已经全部退回">
          <p>医院或药店做了退费，钱回到了原来的账户。</p>
        </Notice>
      )}
      <Facts
        items={[
          { name: '使用人', value: usage.member.name },
          { name: '身份证号码', value: <span className="figures">{usage.member.maskedIdNumber}</span> },
          { name: '付钱的账户', value: `${usage.giver.name}的职工医保个人账户` },
          { name: '时间', value: instantWords(usage.at) },
          { name: '地点', value: `${usage.place}（${usage.areaName}）` },
          { name: '用途', value: usage.purposeText },
          ...parts.map(({ partYear, fen }) => ({
            name: `${partYear} 年的钱`,
            value: <span className="figures">{formatFen(fen)}</span>,
          })),
        ]}
      />
      <Lines title="费用怎么分的" lines={lines.filter(({ group }) => group === 'split')} sumName="合计" />
      <Lines title="分别由谁付" lines={lines.filter(({ group }) => group === 'payer')} sumName="合计" />
      <Lines title="说明" lines={lines.filter(({ group }) => group === 'note')} />
      <Objecting explanation={explanation} />
      {usage.direction === 'used' && (
        <p>
          <a href={usageReceiptPath(usage.usageId)} className="link-alone">
            下载这一笔的凭证（PDF）
          </a>
        </p>
      )}
      {policy && (
        <p className="source">
          按政策 {policy.id} 第 {policy.version} 版计算
        </p>
      )}
    </>
  );
}

function One({ usageId }: { usageId: string }) {
  const explanation = useAnswer('explainUsage', { usageId });
  return (
    <Page title="这笔钱是怎么算的" back={{ href: '/usages', text: '使用记录' }}>
      <Asked query={explanation} waiting="正在读取这笔记录…">
        {(shown) => <Shown explanation={shown} />}
      </Asked>
    </Page>
  );
}

export default function UsagePage() {
  const { usageId } = useParams<{ usageId: string }>();
  return <SignedIn>{() => <One usageId={usageId} />}</SignedIn>;
}
