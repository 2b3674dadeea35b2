type Props = {
  /** What it is that goes on; the bar has no words of its own. */
  label: string;
  /** From 0 to 100. */
  percent: number;
};

/** How far something is. */
export const Progress = ({ label, percent }: Props) => (
  <div className="flex items-center gap-3">
    <progress
      aria-label={label}
      max={100}
      value={percent}
      className="h-1.5 min-w-0 grow appearance-none overflow-hidden rounded-full border-0 bg-bone [&::-moz-progress-bar]:bg-ink-fill [&::-webkit-progress-bar]:bg-bone [&::-webkit-progress-value]:bg-ink-fill"
    />
    <span aria-hidden="true" className="figures shrink-0 text-sm text-ink-2">
      {percent} %
    </span>
  </div>
);
