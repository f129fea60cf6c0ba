// 办理进度: all binding applications of the person.
import { Link } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { instantWords } from '../../lib/date.ts';
import { relationWords } from '@gongji/contract/words';
import { Asked } from '../../parts/asked.tsx';
import { applicationTone, StateTag } from '../../parts/state-tag.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';

function List() {
  const applications = useAnswer('listApplications');
  return (
    <Asked query={applications} waiting="正在读取您的申请…">
      {({ items }) =>
        items.length === 0 ? (
          <>
            <p className="empty">还没有提交过绑定申请。</p>
            <div className="actions">
              <Link className="button button-main" href="/bind">
                去绑定家人
              </Link>
            </div>
          </>
        ) : (
          <ul className="records">
            {items.map((application) => (
              <li key={application.applicationId}>
                <Link href={`/applications/${application.applicationId}`} className="record">
                  <span className="record-row">
                    <span className="record-name">
                      绑定{application.member.name}（{relationWords[application.relation]}）
                    </span>
                    <StateTag tone={applicationTone[application.state]}>{application.stateText}</StateTag>
                  </span>
                  <span className="record-note">{instantWords(application.submittedAt)} 提交</span>
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </Asked>
  );
}

export default function ApplicationListPage() {
  return (
    <SignedIn>
      {() => (
        <Page title="办理进度" back={{ href: '/', text: '首页' }}>
          <List />
        </Page>
      )}
    </SignedIn>
  );
}
