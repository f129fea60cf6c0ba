// 缴费凭证: what was paid, by whom, for whom; printable.
import type { Answer } from '@gongji/contract';
import { premiumReceiptPath } from '@gongji/contract/paths';
import { Link } from 'wouter';
import { dayWords, instantWords } from '../../lib/date.ts';
import { capitalMoney, formatFen } from '../../lib/money.ts';
import { AssessedTag } from '../../parts/assessed-tag.tsx';
import { Button } from '../../parts/button.tsx';
import { Facts } from '../../parts/facts.tsx';

type Payment = Answer<'getPremium'>;

export function Receipt({ payment }: { payment: Payment }) {
  const paidAt = payment.timeline.at(-1)?.at ?? payment.createdAt;
  const figures = (text: string) => <span className="figures">{text}</span>;
  return (
    <>
      <article className="receipt" aria-labelledby="receipt">
        <header className="receipt-head">
          <h2 id="receipt">城乡居民基本医疗保险费缴费凭证</h2>
          <p className="figures">凭证号 {payment.receiptNo}</p>
        </header>
        <p className="receipt-amount figures">{formatFen(payment.amountFen)}</p>
        <p className="receipt-words">
          人民币{capitalMoney(payment.amountFen)} <AssessedTag amountFrom={payment.amountFrom} />
        </p>
        <Facts
          items={[
            { name: '参保人', value: payment.member.name },
            { name: '身份证号码', value: figures(payment.member.maskedIdNumber) },
            { name: '参保地', value: payment.member.areaName },
            { name: '缴费年度', value: `${payment.coverageYear} 年度` },
            {
              name: '待遇开始',
              value: payment.benefitsFrom ? dayWords(payment.benefitsFrom) : '以医保部门核定为准',
            },
            { name: '付款人', value: `${payment.payer.name}（${payment.payer.areaName}）` },
            { name: '职工医保个人账户付', value: figures(formatFen(payment.fromAccountFen)) },
            ...(payment.cashFen > 0
              ? [{ name: '现金补足', value: figures(formatFen(payment.cashFen)) }]
              : []),
            ...(payment.taxReceiptNo
              ? [{ name: '税务票号', value: <span className="figures long">{payment.taxReceiptNo}</span> }]
              : []),
            { name: '缴费时间', value: instantWords(paidAt) },
          ]}
        />
      </article>
      <div className="actions no-print">
        <a className="button button-main" href={premiumReceiptPath(payment.paymentId)}>
          下载凭证（PDF，带验真二维码）
        </a>
        <Button onPress={() => window.print()}>打印这一页</Button>
        <Link className="button" href="/premium">
          给另一位家人缴费
        </Link>
      </div>
    </>
  );
}
