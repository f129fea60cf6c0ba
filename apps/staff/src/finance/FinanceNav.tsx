// The pages of finance, beside each other.
import { Link, useLocation } from 'wouter';

const pages = [
  ['/finance/days', '日结'],
  ['/finance/months', '月结'],
  ['/finance/cases', '对账差异'],
  ['/finance/holds', '预留资金'],
  ['/finance/refunds', '退款'],
  ['/finance/payables', '应付机构'],
  ['/finance/clearing', '地区清算'],
  ['/finance/statement', '个人对账单'],
] as const;

export function FinanceNav() {
  const [location] = useLocation();
  const current = location === '/finance' ? '/finance/days' : location;
  return (
    <nav className="finance-nav" aria-label="财务">
      {pages.map(([path, name]) => (
        <Link key={path} href={path} aria-current={current.startsWith(path) ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
