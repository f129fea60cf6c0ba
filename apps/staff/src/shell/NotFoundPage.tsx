// For an address that is no page, or not a page of this role.
import { Link } from 'wouter';
import { PageTitle } from '../shared/PageTitle.tsx';

export function NotFoundPage({ home }: { home: string }) {
  return (
    <div className="page page-narrow">
      <section className="card">
        <PageTitle>没有这个页面</PageTitle>
        <p>地址可能有误，或者这个页面不属于您的岗位。</p>
        <Link href={home}>回到工作页面</Link>
      </section>
    </div>
  );
}
