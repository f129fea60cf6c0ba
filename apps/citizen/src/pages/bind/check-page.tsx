// Step 5: check all answers, change any of them, submit.
import { Link, useLocation } from 'wouter';
import { useAct, useAnswer } from '../../api/hooks.ts';
import { asProblem } from '../../api/problem.ts';
import { photosFor, submission } from '../../lib/draft.ts';
import { relationWords } from '@gongji/contract/words';
import { Button } from '../../parts/button.tsx';
import { Facts } from '../../parts/facts.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Page } from '../../shell/page.tsx';
import type { StepProps } from './new-pages.tsx';

/** Where a refused field can be mended. */
function mendingStep(field: string | undefined): { href: string; text: string } | null {
  if (!field) return null;
  if (field.startsWith('member') || field === 'relation')
    return { href: '/bind/new/member', text: '去修改家庭成员信息' };
  if (field.startsWith('photo')) return { href: '/bind/new/proof', text: '去修改证明材料' };
  if (field.startsWith('notice')) return { href: '/bind/new', text: '重新阅读告知书' };
  if (field.startsWith('promise')) return { href: '/bind/new/promise', text: '去修改承诺书' };
  return null;
}

const Change = ({ to, what }: { to: string; what: string }) => (
  <Link href={to} aria-label={`修改${what}`}>
    修改
  </Link>
);

export function CheckPage({ person, guide, use, progress, back }: StepProps) {
  const { draft } = use;
  const [, navigate] = useLocation();
  const areas = useAnswer('getInsuredAreas');
  const submit = useAct('submitApplication');
  const areaName =
    areas.data?.provinces.flatMap((province) => province.areas).find(({ area }) => area === draft.memberArea)
      ?.name ?? draft.memberArea;
  const send = () => {
    const body = submission(draft, guide.materials);
    if (!body || submit.isPending) return;
    submit.mutate(
      { body },
      {
        onSuccess: ({ applicationId }) => {
          use.discard();
          navigate(`/applications/${applicationId}`, { replace: true });
        },
      },
    );
  };
  const mend = submit.isError ? mendingStep(asProblem(submit.error).field) : null;
  const change = (what: string) => <Change to="/bind/new/member" what={what} />;
  return (
    <Page title="核对信息" progress={progress} back={back} lead="请逐项看一遍。有不对的，点“修改”。">
      {submit.isError && (
        <ProblemNotice acted problem={submit.error} onRetry={send}>
          {mend && (
            <p>
              <Link href={mend.href}>{mend.text}</Link>
            </p>
          )}
        </ProblemNotice>
      )}
      <section className="block">
        <h2>使用人（家庭成员）</h2>
        <Facts
          items={[
            { name: '姓名', value: draft.memberName, action: change('姓名') },
            {
              name: '身份证号码',
              value: <span className="figures">{draft.memberIdNumber}</span>,
              action: change('身份证号码'),
            },
            {
              name: '与本人的关系',
              value: draft.relation ? relationWords[draft.relation] : '',
              action: change('关系'),
            },
            { name: '参保地', value: areaName, action: change('参保地') },
            {
              name: '联系电话',
              value: <span className="figures">{draft.memberPhone}</span>,
              action: change('联系电话'),
            },
            {
              name: '证明材料',
              value: `${photosFor(draft, guide.materials).length} 张照片`,
              action: <Change to="/bind/new/proof" what="证明材料" />,
            },
            {
              name: '个人承诺书',
              value: `${draft.promise?.signedName ?? ''}已签字`,
              action: <Change to="/bind/new/promise" what="承诺书" />,
            },
          ]}
        />
      </section>
      <PersonCard person={person} role="授权人（您本人）" />
      {guide.memberConfirms && (
        <p className="hint">
          您的参保地要家人本人同意：提交后我们给家人发短信，请家人登录确认。未成年的子女不用。
        </p>
      )}
      <p className="hint">
        {guide.decisionMode === 'automatic'
          ? '提交后系统马上核验，通过就生效，您会在下一页看到结果。'
          : '提交后由医保部门审核，您可以随时在“办理进度”里查看。'}
      </p>
      <div className="actions">
        <Button main onPress={send} working={submit.isPending && '正在提交，请稍候…'}>
          提交
        </Button>
      </div>
    </Page>
  );
}
