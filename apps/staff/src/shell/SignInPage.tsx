// For somebody who is not signed in as staff.
import { Button } from 'antd';
import { useLocation } from 'wouter';
import { PageTitle } from '../shared/PageTitle.tsx';
import { signInAddress } from './signIn.ts';

export function SignInPage({ personName }: { personName: string | null }) {
  const [location] = useLocation();
  const page = location === '/' ? '/staff/' : `/staff${location}`;
  return (
    <div className="page page-narrow">
      <section className="card sign-in">
        <PageTitle>经办人员登录</PageTitle>
        {personName === null ? (
          <p>这里是医保经办人员审核绑定申请、医院和药店窗口收费的地方。请用工作人员账号登录。</p>
        ) : (
          <p>
            您现在以参保人“{personName}”的身份登录，不能使用经办平台。请换工作人员账号登录，或回到
            <a href="/">参保人页面</a>。
          </p>
        )}
        <Button type="primary" size="large" href={signInAddress(page, personName !== null)}>
          {personName === null ? '登录' : '换工作人员账号登录'}
        </Button>
        <p className="quiet">
          参保人办理绑定、缴费和查询，请到<a href="/">参保人页面</a>。
        </p>
      </section>
    </div>
  );
}
