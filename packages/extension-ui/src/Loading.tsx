interface LoadingProps {
  label: string;
}

export function Loading({ label }: LoadingProps) {
  return (
    <s-stack direction="inline" gap="small" alignItems="center">
      <s-spinner accessibilityLabel={label} />
      <s-text color="subdued">{label}</s-text>
    </s-stack>
  );
}
