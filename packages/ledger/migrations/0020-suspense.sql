-- A suspense account for money whose owner another party and we do not agree on yet: it may stand on either side. Where accounts
-- have no side of their own any more (0011), balances carry their limits and there is nothing to do here.
do $$
begin
  if exists (select from information_schema.columns
      where table_schema = 'ledger' and table_name = 'account' and column_name = 'side') then
    alter table ledger.account drop constraint account_kind_check, drop constraint no_overdraft, drop column side;
    alter table ledger.account
      add constraint account_kind_check check (kind in ('personal', 'fund', 'payable', 'tax-payable', 'cash-transit', 'clearing',
        'suspense', 'contributions', 'interest')),
      add column side text not null generated always as (
        case when kind in ('clearing', 'suspense') then 'either'
          when kind in ('cash-transit', 'contributions', 'interest') then 'debit' else 'credit' end
      ) stored,
      add constraint no_overdraft check (
        case side
          when 'credit' then net_fen - held_fen - frozen_fen >= 0
          when 'debit' then net_fen <= 0 and held_fen = 0 and frozen_fen = 0
          else held_fen = 0 and frozen_fen = 0
        end
      );
  end if;
end $$;
