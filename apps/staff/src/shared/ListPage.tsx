// A page with everything of one kind in a table, narrowed by typing, and a button that adds one.
import { Button, Input, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { asFailure } from '../api/failure.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { Loading } from './Loading.tsx';
import { PageTitle } from './PageTitle.tsx';

interface ListPageProps<Item extends object> {
  title: string;
  add?: { label: string; href: string };
  /** As `useAnswer` gives it. */
  answer: {
    data: { items: Item[] } | undefined;
    isPending: boolean;
    isError: boolean;
    error: unknown;
    refetch: () => unknown;
  };
  loadingText: string;
  fits: (item: Item, search: string) => boolean;
  searchHint: string;
  /** For example 个账号. */
  unit: string;
  emptyText: string;
  rowKey: keyof Item & string;
  columns: TableColumnsType<Item>;
}

const ROWS_A_PAGE = 50;

export function ListPage<Item extends object>({ title, add, answer, ...list }: ListPageProps<Item>) {
  const [, navigate] = useLocation();
  const [search, setSearch] = useState('');
  const searchId = useId();
  const items = answer.data?.items.filter((item) => list.fits(item, search.trim())) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <PageTitle>{title}</PageTitle>
        {add && (
          <div className="page-actions">
            <Button type="primary" onClick={() => navigate(add.href)}>
              {add.label}
            </Button>
          </div>
        )}
      </div>
      {answer.isPending && <Loading what={list.loadingText} />}
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data && (
        <div className="card">
          <div className="accounts-search">
            <label htmlFor={searchId}>查找</label>
            <Input
              id={searchId}
              value={search}
              allowClear
              placeholder={list.searchHint}
              onChange={(event) => setSearch(event.target.value)}
            />
            <span className="quiet" role="status">
              共 {items.length} {list.unit}
            </span>
          </div>
          <Table
            rowKey={list.rowKey}
            columns={list.columns}
            dataSource={items}
            locale={{ emptyText: list.emptyText }}
            pagination={
              items.length > ROWS_A_PAGE ? { pageSize: ROWS_A_PAGE, showSizeChanger: false } : false
            }
            scroll={{ x: 720 }}
          />
        </div>
      )}
    </div>
  );
}
