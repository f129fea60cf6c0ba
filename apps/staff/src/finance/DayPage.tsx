// Closing a day: the other sides' files, the differences, what is set aside, the sums, and the seal.
import type { FinanceDay, ReconciliationSource } from '@gongji/contract';
import { sourceWords } from '@gongji/contract/finance-words';
import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { Link, useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { failureIn } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll, useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatDate, formatInstant } from '../shared/time.ts';
import { AnswerBody } from './AnswerBody.tsx';
import { partCode, partName, sumColumns } from './book.tsx';
import { DataTable } from './DataTable.tsx';
import { Downloads } from './Downloads.tsx';
import { PeriodField } from './PeriodField.tsx';

export function DayPage({ day }: { day: string }) {
  const answer = useAnswer('getFinanceDay', { day });
  const [, navigate] = useLocation();
  return (
    <>
      <div className="page-head">
        <PageTitle>日结</PageTitle>
        <PeriodField
          label="日期"
          type="date"
          value={day}
          onChange={(chosen) => navigate(`/finance/days/${chosen}`)}
        />
      </div>
      <AnswerBody answer={answer} what="这一天的账">
        {(found) => (
          <>
            <Unsealed found={found} />
            <Steps found={found} />
            <section className="card" aria-labelledby="day-sums">
              <div className="card-head">
                <h2 id="day-sums">{formatDate(day)}各科目（元）</h2>
                <Downloads table="day" of={{ day }} />
              </div>
              <DataTable
                isTitled
                caption={`${formatDate(day)}各科目的期初、收入、支出和期末，单位元`}
                rows={found.parts}
                rowKey={partCode}
                empty="到这一天为止还没有记过账。"
                columns={[
                  {
                    title: '科目',
                    cell: (part) =>
                      part.inFen + part.outFen === 0 ? (
                        partName(part)
                      ) : (
                        <Link href={`/finance/days/${day}/parts/${partCode(part)}`}>{partName(part)}</Link>
                      ),
                  },
                  ...sumColumns,
                ]}
              />
              <p className="quiet">
                各科目期末合计为 0：每一笔钱都有来处和去处。负数是借方余额，例如缴费收入和在途现金。
              </p>
            </section>
          </>
        )}
      </AnswerBody>
    </>
  );
}

/** Days that are over and were not closed, so that none is forgotten. */
function Unsealed({ found }: { found: FinanceDay }) {
  const others = found.unsealedDays.filter((day) => day !== found.day);
  if (others.length === 0) return null;
  return (
    <p className="notice notice-warning">
      还有 {others.length} 天没有关账：
      {others.slice(0, 8).map((day) => (
        <Link key={day} href={`/finance/days/${day}`} className="notice-link">
          {day}
        </Link>
      ))}
      {others.length > 8 && '等'}
      。关一天的账，会把更早的日子一起关上。
    </p>
  );
}

function Steps({ found }: { found: FinanceDay }) {
  const { day, seal, isOver, files, openHolds, expiringHolds, sealedThrough } = found;
  const isSealed = seal !== null || (sealedThrough !== null && sealedThrough >= day);
  const fetchFile = useMutation({
    mutationFn: (source: ReconciliationSource) =>
      call('reconcileFinanceDay', { params: { day }, body: { source } }),
    onSuccess: () => refreshAll(),
    onError: noticeExpiry,
  });
  const close = useMutation({
    mutationFn: () =>
      once(`close-${day}`, { day }, (key) => call('closeFinanceDay', { params: { day }, key })),
    onSuccess: () => refreshAll(),
    onError: noticeExpiry,
  });
  const failure = failureIn(fetchFile.error) ?? failureIn(close.error);
  return (
    <section className="card" aria-labelledby="day-steps">
      <h2 id="day-steps">关账步骤</h2>
      <ol className="day-steps">
        {files.map(({ source, comparedAt, openCases }) => (
          <li key={source}>
            <span>
              与{sourceWords[source]}对账：
              {comparedAt === null ? '还没有取账单' : `已于 ${formatInstant(comparedAt)} 核对`}
              {openCases > 0 && (
                <>
                  ，<Link href="/finance/cases">{openCases} 条差异待处理</Link>
                </>
              )}
            </span>
            <Button
              disabled={!isOver}
              loading={fetchFile.isPending && fetchFile.variables === source}
              onClick={() => fetchFile.mutate(source)}
            >
              {comparedAt === null ? '取账单核对' : '重新核对'}
              <span className="visually-hidden">（{sourceWords[source]}）</span>
            </Button>
          </li>
        ))}
        <li>
          <span>
            现在有 <Link href="/finance/holds">{openHolds} 笔预留</Link>
            {expiringHolds > 0 && `，其中 ${expiringHolds} 笔两天内到期`}
            。预留不影响关账。
          </span>
        </li>
        <li>
          <span>
            {isSealed ? (
              <>
                <strong>已关账</strong>
                {seal && `：${formatInstant(seal.sealedAt)}，封存码 ${seal.root.slice(0, 16)}…`}
              </>
            ) : isOver ? (
              '关账后，这一天和更早的日子不能再记账；要更正的，记在以后的日子里。'
            ) : (
              '这一天还没有结束，结束以后才能关账。'
            )}
          </span>
          {!isSealed && isOver && (
            <Popconfirm
              title={`关闭 ${formatDate(day)}及以前的账？`}
              description="关账以后不能重新打开。"
              okText="确认关账"
              cancelText="先不关"
              onConfirm={() => close.mutate()}
            >
              <Button type="primary" loading={close.isPending}>
                关账
              </Button>
            </Popconfirm>
          )}
        </li>
      </ol>
      {failure && <FailureNotice failure={failure} />}
    </section>
  );
}
