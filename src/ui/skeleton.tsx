/** Grey in the place and size of what is still loading, so that nothing jumps when it comes. */
export function Skeleton({ className = '' }: { readonly className?: string }) {
  return <div aria-hidden="true" className={`rounded-md bg-line2 motion-safe:animate-pulse ${className}`} />;
}
