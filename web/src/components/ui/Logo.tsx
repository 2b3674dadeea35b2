/** The mark: a tick, and the spark. */
export const Logo = ({ className = "size-[26px]" }: { className?: string }) => (
  <svg viewBox="0 0 26 26" aria-hidden="true" className={className}>
    <rect width="26" height="26" rx="7" fill="#17302A" />
    <path
      d="M6.5 13.6l4.6 4.9L17 10.2"
      fill="none"
      stroke="#F4F8F6"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <path
      d="M18.1 6.6V4.2M20 8.5l1.9-1.9M21 11.1h2.2"
      stroke="#FFBE2E"
      strokeWidth="2.1"
      strokeLinecap="round"
    />
  </svg>
);
