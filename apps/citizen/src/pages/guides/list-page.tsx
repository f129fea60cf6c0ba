// The cities that have a guide.
import { Link } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { Asked } from '../../parts/asked.tsx';
import { ArrowRight } from '../../parts/icons.tsx';
import { Page } from '../../shell/page.tsx';

export default function GuideListPage() {
  const guides = useAnswer('listGuides');
  return (
    <Page
      title="各地办事指南"
      back={{ href: '/', text: '首页' }}
      lead="规定由授权人（出钱的人）的参保地定。请选他的参保地。"
    >
      <Asked query={guides} waiting="正在读取有指南的城市…">
        {({ items }) => (
          <ul className="tiles">
            {items.map(({ area, areaName, provinceName }) => (
              <li key={area}>
                <Link href={`/guides/${area}`} className="tile">
                  <span className="tile-words">
                    <span className="tile-name">{areaName}</span>
                    <span className="tile-text">{provinceName}</span>
                  </span>
                  <ArrowRight />
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Asked>
      <p className="hint">没有列出的城市，规定还没有收录，请拨打当地医保服务电话。</p>
    </Page>
  );
}
