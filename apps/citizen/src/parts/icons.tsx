// The few line drawings of the service; all are decoration beside words.
import type { ReactNode } from 'react';

function Drawing({ children, className = 'icon' }: { children: ReactNode; className?: string }) {
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const ArrowLeft = () => (
  <Drawing>
    <path d="M15 5l-7 7 7 7" />
  </Drawing>
);
export const ArrowRight = () => (
  <Drawing>
    <path d="M9 5l7 7-7 7" />
  </Drawing>
);
export const FamilyIcon = () => (
  <Drawing>
    <circle cx="8" cy="7" r="3" />
    <circle cx="17" cy="9" r="2.2" />
    <path d="M2.5 20c0-4 2.4-6.5 5.5-6.5s5.5 2.5 5.5 6.5" />
    <path d="M15 14.2c.6-.3 1.3-.5 2-.5 2.6 0 4.5 2.1 4.5 5.3" />
  </Drawing>
);
export const NoticeIcon = () => (
  <Drawing>
    <path d="M6 16v-5a6 6 0 0112 0v5l1.5 2h-15z" />
    <path d="M10 20.5a2.2 2.2 0 004 0" />
  </Drawing>
);
export const PremiumIcon = () => (
  <Drawing>
    <path d="M12 3l7 2.6v5.6c0 4.6-3 8-7 9.8-4-1.8-7-5.2-7-9.8V5.6z" />
    <path d="M9 8.5l3 3.5 3-3.5M12 12v4.5M9.5 13.8h5" />
  </Drawing>
);
export const CodeIcon = () => (
  <Drawing>
    <rect x="3" y="3" width="7" height="7" rx="1" />
    <rect x="14" y="3" width="7" height="7" rx="1" />
    <rect x="3" y="14" width="7" height="7" rx="1" />
    <path d="M14 14h3v3h-3zM20.5 14v3M14 20.5h3M20.5 20.5v.1" />
  </Drawing>
);
export const UsageIcon = () => (
  <Drawing>
    <path d="M6 3h12v18l-3-2-3 2-3-2-3 2z" />
    <path d="M9 8h6M9 12h6" />
  </Drawing>
);
export const PaymentsIcon = () => (
  <Drawing>
    <rect x="3" y="5.5" width="18" height="13" rx="2" />
    <path d="M3 10h18M7 14.8h4" />
  </Drawing>
);
export const ProgressIcon = () => (
  <Drawing>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7v5.5l3.5 2" />
  </Drawing>
);
export const CredentialIcon = () => (
  <Drawing>
    <path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4z" />
    <path d="M14 14h2.5v2.5H14zM17.5 17.5H20V20h-2.5zM20 14v.5M14 20v-.5" />
  </Drawing>
);
export const OrderIcon = () => (
  <Drawing>
    <path d="M6 3.5h12v17l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5-2 1.5z" />
    <path d="M9 8h6M9 11.5h6M9 15h3" />
  </Drawing>
);
export const CheckIcon = () => (
  <Drawing>
    <path d="M5 12.5l4.5 4.5L19 7.5" />
  </Drawing>
);
export const CrossIcon = () => (
  <Drawing>
    <path d="M6.5 6.5l11 11M17.5 6.5l-11 11" />
  </Drawing>
);
export const QuestionIcon = () => (
  <Drawing>
    <path d="M9 9a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1-1.3 2.3M12 17.5v.2" />
  </Drawing>
);
export const CameraIcon = () => (
  <Drawing>
    <path d="M4 8h3.5L9 5.5h6L16.5 8H20v11H4z" />
    <circle cx="12" cy="13" r="3.5" />
  </Drawing>
);
export const SumIcon = () => (
  <Drawing>
    <rect x="5" y="3.5" width="14" height="17" rx="2" />
    <path d="M8.5 8h7M8.5 12.5h.2M12 12.5h.2M15.4 12.5h.2M8.5 16.5h.2M12 16.5h.2M15.4 16.5h.2" />
  </Drawing>
);
export const PlaceIcon = () => (
  <Drawing>
    <path d="M12 21c4.5-4.6 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2 6.4 6.5 11z" />
    <path d="M12 7.5v5M9.5 10h5" />
  </Drawing>
);
export const BrandMark = () => (
  <Drawing className="brand-mark">
    <path d="M4 13c2.5 0 3.5 1.2 4.7 2.7h4.6c2 0 2 2.3 0 2.3H10" />
    <path d="M13.3 16.5l4-2.6c1.5-.8 2.6.8 1.5 1.9L14 20H8.5L6 18.5H4" />
    <path
      className="brand-heart"
      d="M12.5 11.5C9.8 10 8.6 8.8 8.6 6.9c0-2.3 3.1-2.6 3.9-.7.8-1.9 3.9-1.6 3.9.7 0 1.9-1.2 3.1-3.9 4.6z"
    />
  </Drawing>
);
