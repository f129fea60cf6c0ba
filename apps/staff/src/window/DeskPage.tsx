// What the person at the window has, and what can be done for them.
import type { PremiumPayment, RelationView, WindowDesk } from '@gongji/contract';
import { promisePath, windowReceiptPath } from '@gongji/contract/paths';
import { relationWords } from '@gongji/contract/words';
import { Button } from 'antd';
import { Link, useLocation } from 'wouter';
import { formatFen } from '../shared/money.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatInstant } from '../shared/time.ts';
import { schemeWords } from '../shared/words.ts';

export function DeskPage({ desk }: { desk: WindowDesk }) {
  const { me, relations, applications, choices, payments } = desk;
  const { person, account } = me;
  const base = `/window/${person.personNo}`;
  const [, navigate] = useLocation();
  return (
    <div className="page records-page">
      <Link href="/window">受理下一位</Link>
      <PageTitle name={person.name}>
        {person.name} <span className="quiet">{person.maskedIdNumber}</span>
      </PageTitle>
      <dl className="facts card">
        <div>
          <dt>参保</dt>
          <dd>
            {person.areaName} {schemeWords[me.scheme]}
            {me.scheme === 'employee' && (me.retired ? '，退休' : '，在职')}
          </dd>
        </div>
        <div>
          <dt>手机</dt>
          <dd>{me.maskedPhone || '没有登记'}</dd>
        </div>
        <div>
          <dt>个人账户</dt>
          <dd>
            往年 {formatFen(account.priorYearFen)}，当年 {formatFen(account.currentYearFen)}，可共济{' '}
            {formatFen(account.shareableFen)}
          </dd>
        </div>
      </dl>
      <section className="card" aria-labelledby="relations-title">
        <div className="card-head">
          <h2 id="relations-title">共济关系</h2>
          <Button type="primary" disabled={!me.canGive} onClick={() => navigate(`${base}/bind`)}>
            绑定家人
          </Button>
        </div>
        {me.cannotGiveReason && <p className="quiet">{me.cannotGiveReason}</p>}
        <Relations base={base} relations={relations.given} other="member" />
        <Relations base={base} relations={relations.received} other="giver" />
        {relations.given.length + relations.received.length === 0 && <p className="quiet">还没有。</p>}
      </section>
      {applications.length > 0 && (
        <section className="card" aria-labelledby="applications-title">
          <h2 id="applications-title">绑定申请</h2>
          <ul className="window-list">
            {applications.map((each) => (
              <li key={each.applicationId}>
                <span>
                  {relationWords[each.relation]} {each.member.name}：{each.stateText}
                  <span className="quiet"> {formatInstant(each.submittedAt)}</span>
                </span>
                <a href={promisePath(each.applicationId)} target="_blank" rel="noreferrer">
                  打印承诺书<span className="visually-hidden">（{each.member.name}，新窗口）</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card" aria-labelledby="choices-title">
        <h2 id="choices-title">缴居民医保费</h2>
        {choices.people.length === 0 && (
          <p className="quiet">没有可以代缴的人。绑定居民医保的家人后可以缴。</p>
        )}
        <ul className="window-list">
          {choices.people.map(({ person: member, relationText, years, blockedText }) => (
            <li key={member.personNo}>
              <span>
                {member.name}（{relationText}）{blockedText && <span className="quiet">{blockedText}</span>}
              </span>
              <span className="window-years">
                {years.map(({ coverageYear, window, paymentId }) =>
                  paymentId === null ? (
                    <Button
                      key={coverageYear}
                      size="small"
                      disabled={window?.open === false}
                      onClick={() => navigate(`${base}/premium/${member.personNo}/${coverageYear}`)}
                    >
                      缴 {coverageYear} 年度
                      <span className="visually-hidden">（{member.name}）</span>
                    </Button>
                  ) : (
                    <span key={coverageYear} className="quiet">
                      {coverageYear} 年度已缴或正在缴
                    </span>
                  ),
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {payments.length > 0 && <Payments personNo={person.personNo} payments={payments} />}
    </div>
  );
}

interface RelationsProps {
  base: string;
  relations: RelationView[];
  /** Which side the other person is. */
  other: 'giver' | 'member';
}

function Relations({ base, relations, other }: RelationsProps) {
  const [, navigate] = useLocation();
  const active = relations.filter(({ state }) => state === 'active');
  if (active.length === 0) return null;
  return (
    <ul className="window-list">
      {active.map((relation) => (
        <li key={relation.relationId}>
          <span>
            {other === 'member'
              ? `给${relationWords[relation.relation]} ${relation.member.name} 用`
              : `用 ${relation.giver.name} 的`}
            <span className="quiet">
              {' '}
              {relation[other].maskedIdNumber}，{relation[other].areaName}参保，本年已用{' '}
              {formatFen(relation.usedThisYearFen)}
            </span>
          </span>
          <Button size="small" onClick={() => navigate(`${base}/end/${relation.relationId}`)}>
            解除<span className="visually-hidden">（{relation[other].name}）</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Payments({ personNo, payments }: { personNo: string; payments: PremiumPayment[] }) {
  return (
    <section className="card" aria-labelledby="payments-title">
      <h2 id="payments-title">缴费记录</h2>
      <ul className="window-list">
        {payments.map((payment) => (
          <li key={payment.paymentId}>
            <span>
              {payment.coverageYear} 年度 {payment.member.name} {formatFen(payment.amountFen)}：
              {payment.stateText}
              <span className="quiet"> {formatInstant(payment.createdAt)}</span>
            </span>
            {payment.receiptNo !== null && (
              <span className="window-years">
                <span className="quiet">凭证号 {payment.receiptNo}</span>
                <a href={windowReceiptPath(personNo, payment.paymentId)} target="_blank" rel="noreferrer">
                  打印缴费凭证
                  <span className="visually-hidden">
                    （{payment.coverageYear} 年度 {payment.member.name}，新窗口）
                  </span>
                </a>
              </span>
            )}
            {payment.cashPayUrl !== null && (
              <a href={payment.cashPayUrl} target="_blank" rel="noreferrer">
                现金支付页面
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
